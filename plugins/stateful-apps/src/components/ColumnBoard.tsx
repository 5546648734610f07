import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { useText } from '../hooks/useText';
import { BoardModel, IdentityModel } from '../viewModel/boardModel';
import { FactList } from './FactList';
import { IdentityHead } from './IdentityHead';
import { Inspection, InspectButtons } from './InspectButtons';
import { useFactNavigation } from './useFactNavigation';
import { toneColor } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    table: {
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'separate',
      borderSpacing: 0,
      '& th, & td': {
        padding: theme.spacing(1.25, 1.5),
        textAlign: 'left',
        verticalAlign: 'top',
        borderTop: `1px solid ${theme.palette.divider}`,
        borderLeft: `1px solid ${theme.palette.divider}`,
      },
      '& th:first-child': { borderLeft: 0 },
      '& thead th': { borderTop: 0 },
    },
    label: {
      width: 112,
      fontSize: '0.8125rem',
      fontWeight: 600,
      color: toneColor('quiet', theme),
    },
    identity: { width: 220 },
    absent: {
      'th&, td&': { borderLeftStyle: 'dashed', borderTopStyle: 'dashed' },
      backgroundImage: `repeating-linear-gradient(135deg, ${theme.palette.action.hover} 0 1px, transparent 1px 9px)`,
    },
  }),
  { name: 'StatefulAppsColumnBoard' },
);

/** The board with one column for each identity. */
export function ColumnBoard(props: {
  caption: string;
  board: BoardModel;
  asOf: string;
  onInspect: (identity: IdentityModel, inspection: Inspection) => void;
}) {
  const { board, asOf, caption, onInspect } = props;
  const classes = useStyles();
  const t = useText();
  const navigation = useFactNavigation();
  const columnOf = ({ absent }: IdentityModel) =>
    classNames({ [classes.absent]: absent });
  return (
    <div className={classes.scroll}>
      <table {...navigation} className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            <th scope="col" className={classes.label}>
              {t('board.identity')}
            </th>
            {board.identities.map(identity => (
              <th
                key={identity.ordinal}
                scope="col"
                className={classNames(classes.identity, columnOf(identity))}
              >
                <IdentityHead identity={identity} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.aspects.map(({ aspect, label }) => (
            <tr key={aspect}>
              <th scope="row" className={classes.label}>
                {label}
              </th>
              {board.identities.map(identity => (
                <td key={identity.ordinal} className={columnOf(identity)}>
                  <FactList facts={identity.cells[aspect]} asOf={asOf} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={classes.label}>
              {t('board.inside')}
            </th>
            {board.identities.map(identity => (
              <td key={identity.ordinal} className={columnOf(identity)}>
                <InspectButtons identity={identity} onInspect={onInspect} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
