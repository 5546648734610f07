import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    whole: {
      display: 'block',
      width: 120,
      maxWidth: '100%',
      height: 3,
      marginTop: 2,
      borderRadius: 2,
      overflow: 'hidden',
      backgroundColor: theme.palette.divider,
    },
    used: { display: 'block', height: '100%', backgroundColor: 'currentColor' },
  }),
  { name: 'StatefulAppsGauge' },
);

/** A thin bar; the numbers stand above it in words. */
export function Gauge(props: { used: number; whole: number }) {
  const classes = useStyles();
  const percent = Math.min(100, (100 * props.used) / props.whole);
  return (
    <span className={classes.whole} aria-hidden>
      <span className={classes.used} style={{ width: `${percent}%` }} />
    </span>
  );
}
