import { useApi } from '@backstage/core-plugin-api';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { AppListQuery, statefulAppsApiRef } from '../api';
import { FleetData } from './FleetData';
import { FleetList } from './FleetList';
import { LiveState } from './live/LiveState';
import { LiveStore } from './live/LiveStore';

/** Changes come in bursts; the list is loaded again once for all of them. */
const RELOAD_DELAY_MS = 1_500;

/** The apps that match a query, live. */
export function useFleet(query: AppListQuery): {
  state: LiveState<FleetData>;
  /** Brings the rows into their order again. */
  sortAgain: () => void;
  /** Loads the next page. */
  loadMore: () => void;
} {
  const api = useApi(statefulAppsApiRef);
  const queryKey = JSON.stringify(query);
  const { list, store } = useMemo(() => {
    const fleetList = new FleetList(api, JSON.parse(queryKey) as AppListQuery);
    return { list: fleetList, store: new LiveStore({ source: fleetList }) };
  }, [api, queryKey]);
  const state = useSyncExternalStore(store.subscribe, store.getState);

  const isOutdated = state.status === 'live' && state.data.isOutdated;
  useEffect(() => {
    if (!isOutdated) return undefined;
    const timer = setTimeout(() => store.reload(list.load), RELOAD_DELAY_MS);
    return () => clearTimeout(timer);
  }, [isOutdated, store, list]);

  return useMemo(
    () => ({
      state,
      sortAgain: () => {
        list.sortAgain();
        store.reload(list.load);
      },
      loadMore: () => store.reload(signal => list.loadMore(signal)),
    }),
    [state, list, store],
  );
}
