import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityApps } from '../hooks/useEntityApps';
import { isStatefulAppsAvailable } from '../isStatefulAppsAvailable';
import { EntityApps } from './EntityApps';
import { BoardSkeleton } from './states/BoardSkeleton';
import { Failed } from './states/Failed';
import { NotAnnotated } from './states/NotAnnotated';
import { NotFound } from './states/NotFound';
import { Entity } from '@backstage/catalog-model';

/** The tab of an entity: the board of each of its apps. */
export function EntityStateful() {
  const { entity } = useEntity();
  return isStatefulAppsAvailable(entity) ? (
    <AnnotatedEntity entity={entity} />
  ) : (
    <NotAnnotated entity={entity} />
  );
}

function AnnotatedEntity(props: { entity: Entity }) {
  const { entity } = props;
  const state = useEntityApps(entity);
  if (state.status === 'connecting') return <BoardSkeleton />;
  if (state.status === 'failed') return <Failed error={state.error} />;
  if (!state.data?.items.length) {
    return state.data ? (
      <NotFound entity={entity} list={state.data} />
    ) : (
      <BoardSkeleton />
    );
  }
  return <EntityApps entity={entity} list={state.data} />;
}
