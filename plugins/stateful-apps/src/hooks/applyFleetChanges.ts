import {
  AppSummary,
  FleetStreamMessage,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { FleetData } from './FleetData';

type Changes = Extract<FleetStreamMessage, { type: 'changes' }>;

/** The list after some changes; rows change in their places. */
export function applyFleetChanges(
  data: FleetData,
  message: Changes,
): FleetData {
  const changed = new Map(
    message.changed.map(item => [item.id, item] as const),
  );
  const removed = new Set(message.removed.map(stringifyAppRef));
  const counts = { ...data.counts };
  let { total } = data;
  const items: AppSummary[] = [];
  for (const item of data.items) {
    if (removed.delete(item.id)) {
      counts[item.state] -= 1;
      total -= 1;
      continue;
    }
    const next = changed.get(item.id) ?? item;
    changed.delete(item.id);
    counts[item.state] -= 1;
    counts[next.state] += 1;
    items.push(next);
  }
  return {
    ...data,
    items,
    counts,
    total,
    revision: message.revision,
    asOf: message.asOf,
    clusters: message.clusters ?? data.clusters,
    problems: message.clusters ? message.problems : data.problems,
    isOutdated: data.isOutdated || changed.size > 0 || removed.size > 0,
  };
}
