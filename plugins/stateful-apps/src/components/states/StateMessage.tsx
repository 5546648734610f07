import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Tone } from '../../viewModel/Fact';
import { ToneIcon } from '../ToneIcon';
import { useToneStyles } from '../useToneStyles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(2),
      padding: theme.spacing(3),
      overflowWrap: 'anywhere',
      fontFamily: theme.typography.fontFamily,
    },
    icon: { fontSize: '2rem', flex: 'none' },
    body: { minWidth: 0, flex: 1, maxWidth: 760 },
    title: { fontSize: '1.25rem', fontWeight: 600 },
  }),
  { name: 'StatefulAppsStateMessage' },
);

/** A page without a board: what is the case, and what to do next. */
export function StateMessage(props: {
  tone: Tone;
  title: string;
  role?: 'alert';
  children: ReactNode;
}) {
  const classes = useStyles();
  const tones = useToneStyles();
  return (
    <Paper variant="outlined" className={classes.root} role={props.role}>
      <ToneIcon
        tone={props.tone}
        className={`${classes.icon} ${tones[props.tone]}`}
      />
      <div className={classes.body}>
        <Typography component="h2" className={classes.title} gutterBottom>
          {props.title}
        </Typography>
        {props.children}
      </div>
    </Paper>
  );
}
