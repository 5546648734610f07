import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { lazy, Suspense, useCallback, useState } from 'react';
import { BoardModel, IdentityModel } from '../viewModel/boardModel';
import { ColumnBoard } from './ColumnBoard';
import { Inspection } from './InspectButtons';
import { TurnedBoard } from './TurnedBoard';

/** With more identities than this the columns would be too narrow to read. */
const MOST_COLUMNS = 6;

const Inspector = lazy(() =>
  import('./inspect/Inspector').then(module => ({ default: module.Inspector })),
);

/** The board of one app, in the orientation that suits the number of its identities. */
export function Board(props: {
  app: AppRef;
  caption: string;
  board: BoardModel;
  asOf: string;
}) {
  const { app, board } = props;
  const [inspected, setInspected] = useState<{
    ordinal: number;
    inspection: Inspection;
  }>();
  const onInspect = useCallback(
    ({ ordinal }: IdentityModel, inspection: Inspection) =>
      setInspected({ ordinal, inspection }),
    [],
  );
  const Oriented =
    board.identities.length > MOST_COLUMNS ? TurnedBoard : ColumnBoard;
  const identity = board.identities.find(
    ({ ordinal }) => ordinal === inspected?.ordinal,
  );
  return (
    <>
      <Oriented
        caption={props.caption}
        board={board}
        asOf={props.asOf}
        onInspect={onInspect}
      />
      {inspected && identity && (
        <Suspense fallback={null}>
          <Inspector
            app={app}
            identity={identity}
            inspection={inspected.inspection}
            onChange={inspection => setInspected({ ...inspected, inspection })}
            onClose={() => setInspected(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
