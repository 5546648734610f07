import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const ROWS = [0, 1, 2, 3, 4, 5];

const useStyles = makeStyles(
  theme => ({ root: { padding: theme.spacing(2) } }),
  { name: 'StatefulAppsFleetSkeleton' },
);

/** The table before anything is known. */
export function FleetSkeleton(props: { label: string }) {
  const classes = useStyles();
  return (
    <Paper
      variant="outlined"
      className={classes.root}
      role="status"
      aria-label={props.label}
    >
      {ROWS.map(row => (
        <Skeleton key={row} height={44} />
      ))}
    </Paper>
  );
}
