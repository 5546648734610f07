import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { forwardRef } from 'react';
import { BoardModel, IdentityModel } from '../viewModel/boardModel';
import { FactList } from './FactList';
import { IdentityHead } from './IdentityHead';
import { Inspection, InspectButtons } from './InspectButtons';

const useStyles = makeStyles(
  theme => ({
    absent: {
      '& th, & td': { borderBottomStyle: 'dashed' },
      backgroundImage: `repeating-linear-gradient(135deg, ${theme.palette.action.hover} 0 1px, transparent 1px 9px)`,
    },
  }),
  { name: 'StatefulAppsTurnedRow' },
);

/** One identity of a turned board. */
export const TurnedRow = forwardRef<
  HTMLTableRowElement,
  {
    /** Its place in the current order. */
    index: number;
    identity: IdentityModel;
    aspects: BoardModel['aspects'];
    asOf: string;
    onInspect: (identity: IdentityModel, inspection: Inspection) => void;
  }
>((props, ref) => {
  const { index, identity, aspects, asOf, onInspect } = props;
  const classes = useStyles();
  return (
    <tr
      ref={ref}
      data-index={index}
      // The head of the table is row 1.
      aria-rowindex={index + 2}
      className={classNames({ [classes.absent]: identity.absent })}
    >
      <th scope="row">
        <IdentityHead identity={identity} />
        <InspectButtons identity={identity} onInspect={onInspect} />
      </th>
      {aspects.map(({ aspect }) => (
        <td key={aspect}>
          <FactList facts={identity.cells[aspect]} asOf={asOf} />
        </td>
      ))}
    </tr>
  );
});

TurnedRow.displayName = 'TurnedRow';
