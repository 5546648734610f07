import {
  AppKindName,
  HEALTH_STATES,
  HealthState,
} from '@stateful-apps/backstage-plugin-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { AppListQuery } from '../api';

/** What the fleet page can be filtered by; kept in the URL, so that a view can be shared. */
export type FleetFilters = Pick<
  AppListQuery,
  'cluster' | 'namespace' | 'kind' | 'state' | 'search'
>;

/** The kinds that can be chosen. */
export const APP_KINDS: readonly AppKindName[] = ['consul', 'web', 'other'];

/** The filters in the URL, and how to change some of them. */
export function useFleetFilters(): [
  FleetFilters,
  (change: FleetFilters) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(
    (): FleetFilters => ({
      cluster: parameters.get('cluster') || undefined,
      namespace: parameters.get('namespace') || undefined,
      kind: APP_KINDS.find(kind => kind === parameters.get('kind')),
      state: HEALTH_STATES.find(state => state === parameters.get('state')) as
        | HealthState
        | undefined,
      search: parameters.get('search') || undefined,
    }),
    [parameters],
  );
  const setFilters = (change: FleetFilters) =>
    setParameters(
      previous => {
        const next = new URLSearchParams(previous);
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return [filters, setFilters];
}
