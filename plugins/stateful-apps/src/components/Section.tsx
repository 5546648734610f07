import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';
import { toneColor } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    title: { fontSize: '0.9375rem', fontWeight: 600 },
    description: { fontSize: '0.8125rem', color: toneColor('quiet', theme) },
  }),
  { name: 'StatefulAppsSection' },
);

/** A titled part below the board. */
export function Section(props: {
  title: string;
  description?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={id}>
      <Typography id={id} component="h3" className={classes.title}>
        {props.title}
      </Typography>
      {props.description && (
        <Typography className={classes.description}>
          {props.description}
        </Typography>
      )}
      {props.children}
    </section>
  );
}
