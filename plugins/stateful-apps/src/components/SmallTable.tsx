import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { toneColor } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    cell: {
      fontSize: '0.8125rem',
      overflowWrap: 'anywhere',
      verticalAlign: 'top',
    },
    head: {
      fontWeight: 600,
      color: toneColor('quiet', theme),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'StatefulAppsSmallTable' },
);

/** A table of text without sorting or pages. */
export function SmallTable(props: {
  label: string;
  columns: string[];
  rows: Array<{ key: string; cells: ReactNode[] }>;
}) {
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {props.columns.map(column => (
              <TableCell
                key={column}
                className={`${classes.cell} ${classes.head}`}
              >
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, index) => (
                <TableCell key={props.columns[index]} className={classes.cell}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
