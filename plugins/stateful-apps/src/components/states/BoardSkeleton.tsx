import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useText } from '../../hooks/useText';

const COLUMNS = [0, 1, 2];
const ROWS = [0, 1, 2, 3, 4];

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2), minHeight: 420 },
    grid: {
      display: 'grid',
      gridTemplateColumns: '96px repeat(3, 1fr)',
      gap: theme.spacing(3),
      marginTop: theme.spacing(3),
    },
  }),
  { name: 'StatefulAppsBoardSkeleton' },
);

/** The board before anything is known, in the shape that it will have. */
export function BoardSkeleton() {
  const classes = useStyles();
  const t = useText();
  return (
    <Paper
      variant="outlined"
      className={classes.root}
      role="status"
      aria-label={t('board.loading')}
    >
      <Skeleton width={260} height={28} />
      <Skeleton variant="rect" height={56} />
      <div className={classes.grid}>
        {ROWS.flatMap(row => [
          <Skeleton key={`${row}`} width={72} />,
          ...COLUMNS.map(column => (
            <div key={`${row}/${column}`}>
              <Skeleton width="80%" />
              <Skeleton width="55%" />
            </div>
          )),
        ])}
      </div>
    </Paper>
  );
}
