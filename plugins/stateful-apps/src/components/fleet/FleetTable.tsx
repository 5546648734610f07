import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { FleetData } from '../../hooks/FleetData';
import { useText } from '../../hooks/useText';
import { fleetRow, isWorstFirst } from '../../viewModel/fleetRows';
import { toneColor } from '../useToneStyles';
import { FleetTableRow } from './FleetTableRow';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    table: {
      width: '100%',
      minWidth: 960,
      tableLayout: 'fixed',
      fontFamily: theme.typography.fontFamily,
      borderCollapse: 'collapse',
      '& th, & td': {
        padding: theme.spacing(1),
        textAlign: 'left',
        verticalAlign: 'top',
        fontSize: '0.875rem',
        overflowWrap: 'anywhere',
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& thead th': {
        fontSize: '0.8125rem',
        fontWeight: 600,
        color: toneColor('quiet', theme),
        overflowWrap: 'normal',
      },
    },
    foot: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(2),
      minHeight: 48,
      padding: theme.spacing(1, 1.25),
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.8125rem',
      color: toneColor('quiet', theme),
    },
    empty: { padding: theme.spacing(4), textAlign: 'center' },
  }),
  { name: 'StatefulAppsFleetTable' },
);

/** In pixels; the state takes what is left. */
const WIDTHS = [124, 84, 96, 64, undefined, 100, 60, 98, 112, 76];

/** One row for each app; rows change in place. */
export function FleetTable(props: {
  data: FleetData;
  isFiltered: boolean;
  onClearFilters: () => void;
  onSortAgain: () => void;
  onMore: () => void;
}) {
  const { items, total, nextCursor } = props.data;
  const classes = useStyles();
  const t = useText();
  const rows = useMemo(() => items.map(item => fleetRow(item, t)), [items, t]);
  const columns = [
    t('fleet.columns.app'),
    t('fleet.columns.cluster'),
    t('fleet.columns.namespace'),
    t('fleet.columns.kind'),
    t('fleet.state'),
    t('fleet.columns.identities'),
    t('fleet.columns.canLose'),
    t('fleet.columns.storage'),
    t('fleet.columns.entity'),
    t('fleet.columns.changed'),
  ];
  if (rows.length === 0) {
    return (
      <Paper variant="outlined" className={classes.empty}>
        <Typography gutterBottom>
          {props.isFiltered ? t('fleet.empty') : t('fleet.emptyAll')}
        </Typography>
        {props.isFiltered && (
          <Button
            variant="outlined"
            color="primary"
            onClick={props.onClearFilters}
          >
            {t('fleet.clearFilters')}
          </Button>
        )}
      </Paper>
    );
  }
  return (
    <Paper variant="outlined">
      <div className={classes.scroll}>
        <table className={classes.table} aria-label={t('fleet.caption')}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" style={{ width: WIDTHS[index] }}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <FleetTableRow key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        <span>
          {t('fleet.shown', {
            shown: String(rows.length),
            total: String(total),
          })}
        </span>
        {nextCursor && (
          <Button size="small" color="primary" onClick={props.onMore}>
            {t('fleet.more')}
          </Button>
        )}
        {!isWorstFirst(items) && (
          <Button size="small" color="primary" onClick={props.onSortAgain}>
            {t('fleet.sortAgain')}
          </Button>
        )}
      </div>
    </Paper>
  );
}
