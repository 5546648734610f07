import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { AppListView } from '@stateful-apps/backstage-plugin-common';
import { useSyncExternalStore } from 'react';
import { StatefulAppsApi, statefulAppsApiRef } from '../api';
import { LiveSource } from './live/LiveSource';
import { LiveState } from './live/LiveState';
import { sharedStore } from './live/sharedStore';

const POLL_MS = 10_000;

/** Which apps an entity has, the worst first. Asked every ten seconds: sets come and go seldom, and each app has a stream of its own. */
export function useEntityApps(entity: Entity): LiveState<AppListView> {
  const api = useApi(statefulAppsApiRef);
  const entityRef = stringifyEntityRef(entity);
  const store = sharedStore(api, `entity:${entityRef}`, () => ({
    source: entitySource(api, entityRef),
  }));
  return useSyncExternalStore(store.subscribe, store.getState);
}

function entitySource(
  api: StatefulAppsApi,
  entityRef: string,
): LiveSource<AppListView, never> {
  return {
    load: async signal => {
      const data = await api.listApps({ entityRef }, { signal });
      return { data, revision: data.revision };
    },
    pollMs: POLL_MS,
  };
}
