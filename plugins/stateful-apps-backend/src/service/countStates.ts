import {
  AppSummary,
  HealthState,
} from '@stateful-apps/backstage-plugin-common';

/** Number of rows by state. */
export function countStates(rows: AppSummary[]): Record<HealthState, number> {
  const counts = { healthy: 0, healing: 0, unknown: 0, 'needs-person': 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
