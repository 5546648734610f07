import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useText } from '../hooks/useText';
import { BoardModel, IdentityModel } from '../viewModel/boardModel';
import { IdentityOrder, sortIdentities } from '../viewModel/sortIdentities';
import { Inspection } from './InspectButtons';
import { TurnedRow } from './TurnedRow';
import { useFactNavigation } from './useFactNavigation';
import { toneColor } from './useToneStyles';

/** Before it is measured. */
const ROW_HEIGHT = 150;

/** Shares of the width; a kind of app has some of them. */
const WIDTHS = {
  identity: 16,
  pod: 13,
  place: 10,
  name: 17,
  volumes: 19,
  member: 15,
  page: 15,
  seenAlive: 10,
};

const useStyles = makeStyles(
  theme => ({
    scroll: { overflow: 'auto', maxHeight: 'max(420px, 72vh)' },
    table: {
      width: '100%',
      minWidth: 980,
      tableLayout: 'fixed',
      borderCollapse: 'separate',
      borderSpacing: 0,
      '& th, & td': {
        padding: theme.spacing(1, 1.25),
        textAlign: 'left',
        verticalAlign: 'top',
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '& thead th': {
        position: 'sticky',
        top: 0,
        zIndex: 1,
        fontSize: '0.8125rem',
        fontWeight: 600,
        color: toneColor('quiet', theme),
        backgroundColor: theme.palette.background.paper,
      },
    },
    spacer: { '& td': { padding: '0 !important', border: 0 } },
  }),
  { name: 'StatefulAppsTurnedBoard' },
);

/** The board with one row for each identity, for sets of many; only rows in sight are rendered. */
export function TurnedBoard(props: {
  caption: string;
  board: BoardModel;
  asOf: string;
  onInspect: (identity: IdentityModel, inspection: Inspection) => void;
}) {
  const { caption, board, asOf, onInspect } = props;
  const classes = useStyles();
  const t = useText();
  const navigation = useFactNavigation();
  const scrollRef = useRef<HTMLDivElement>(null);
  const [{ order, descending }, setSort] = useState<{
    order: IdentityOrder;
    descending: boolean;
  }>({ order: 'identity', descending: false });
  const identities = useMemo(
    () => sortIdentities(board.identities, order, descending),
    [board, order, descending],
  );
  const virtualizer = useVirtualizer({
    count: identities.length,
    getScrollElement: () => scrollRef.current,
    getItemKey: index => identities[index].ordinal,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const before = items.length ? items[0].start : 0;
  const after = items.length
    ? virtualizer.getTotalSize() - items[items.length - 1].end
    : 0;
  const columns: Array<{ id: IdentityOrder; label: string; width: number }> = [
    { id: 'identity', label: t('board.identity'), width: WIDTHS.identity },
    ...board.aspects.map(({ aspect, label }) => ({
      id: aspect,
      label,
      width: WIDTHS[aspect],
    })),
  ];
  const sortBy = (id: IdentityOrder) =>
    setSort({ order: id, descending: id === order && !descending });

  return (
    <div className={classes.scroll} ref={scrollRef}>
      <table
        {...navigation}
        className={classes.table}
        aria-label={caption}
        aria-rowcount={identities.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, label, width }) => (
              <th
                key={id}
                scope="col"
                style={{ width: `${width}%` }}
                aria-sort={sortState(id === order, descending)}
              >
                <TableSortLabel
                  active={id === order}
                  direction={id === order && descending ? 'desc' : 'asc'}
                  onClick={() => sortBy(id)}
                >
                  {label}
                </TableSortLabel>
                {id === 'identity' && (
                  <>
                    {' · '}
                    <TableSortLabel
                      active={order === 'state'}
                      direction={
                        order === 'state' && descending ? 'desc' : 'asc'
                      }
                      onClick={() => sortBy('state')}
                    >
                      {t('board.state')}
                    </TableSortLabel>
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={classes.spacer} aria-hidden>
            <td colSpan={columns.length} style={{ height: before }} />
          </tr>
          {items.map(item => (
            <TurnedRow
              key={item.key}
              ref={virtualizer.measureElement}
              index={item.index}
              identity={identities[item.index]}
              aspects={board.aspects}
              asOf={asOf}
              onInspect={onInspect}
            />
          ))}
          <tr className={classes.spacer} aria-hidden>
            <td colSpan={columns.length} style={{ height: after }} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function sortState(active: boolean, descending: boolean) {
  if (!active) return undefined;
  return descending ? 'descending' : 'ascending';
}
