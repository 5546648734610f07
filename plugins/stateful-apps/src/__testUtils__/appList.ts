import {
  AppListView,
  AppView,
  HEALTH_STATES,
  HealthState,
  isWorse,
  summarizeApp,
} from '@stateful-apps/backstage-plugin-common';
import { NOW } from './now';

/** The list of some recorded apps, worst first; `more` changes parts of it. */
export function appList(
  views: AppView[],
  more: Partial<AppListView> = {},
): AppListView {
  const items = views
    .map(view => ({ ...summarizeApp(view), changedAt: NOW }))
    .sort((a, b) => {
      if (isWorse(a.state, b.state)) return -1;
      return isWorse(b.state, a.state) ? 1 : 0;
    });
  const counts = Object.fromEntries(
    HEALTH_STATES.map(state => [
      state,
      items.filter(item => item.state === state).length,
    ]),
  ) as Record<HealthState, number>;
  return {
    items,
    total: items.length,
    counts,
    clusters: [{ name: 'practice', state: 'live', notLive: [] }],
    revision: 1,
    asOf: NOW,
    ...more,
  };
}
