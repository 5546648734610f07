import {
  ClusterStatusView,
  ResourceFreshness,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import { WatchedCluster } from '../watch/types';

/** Without these there is nothing to show. */
const ESSENTIAL: ReadonlySet<ResourceName> = new Set(['statefulsets', 'pods']);

/** How well a cluster is read. */
export function clusterStatus(watched: WatchedCluster): ClusterStatusView {
  const { cluster, watcher } = watched;
  const about = {
    name: cluster.name,
    ...(cluster.title && { title: cluster.title }),
  };
  if (!watcher) {
    const message =
      cluster.message ?? `Cluster ${cluster.name} is not being read.`;
    return { ...about, state: 'failed', message, notLive: [] };
  }
  const notLive = watcher.freshness().filter(({ state }) => state !== 'live');
  const state = stateOf(notLive);
  if (state === 'live') return { ...about, state, notLive };
  return { ...about, state, message: messageOf(notLive), notLive };
}

/** Whether the resources without which there is nothing to show have been read once. */
export function hasEssentials(freshness: ResourceFreshness[]): boolean {
  return freshness.every(
    ({ resource, state }) =>
      !ESSENTIAL.has(resource) || (state !== 'loading' && state !== 'failed'),
  );
}

/** The instant of what is known: `now` unless an essential watch was lost before. */
export function knownAsOf(freshness: ResourceFreshness[], now: string): string {
  let asOf = now;
  for (const { resource, state, since } of freshness) {
    if (state === 'stale' && ESSENTIAL.has(resource) && since < asOf) {
      asOf = since;
    }
  }
  return asOf;
}

function stateOf(notLive: ResourceFreshness[]): ClusterStatusView['state'] {
  const essential = notLive.filter(({ resource }) => ESSENTIAL.has(resource));
  const some = (state: ResourceFreshness['state'], of = essential) =>
    of.some(it => it.state === state);
  if (some('failed') || some('forbidden')) return 'failed';
  if (some('loading')) return 'loading';
  if (some('stale', notLive)) return 'stale';
  return notLive.length > 0 ? 'partial' : 'live';
}

/** One cause often stops several resources: each sentence once, those on the essential resources first. */
function messageOf(notLive: ResourceFreshness[]): string {
  const sorted = [...notLive].sort(
    (a, b) =>
      Number(ESSENTIAL.has(b.resource)) - Number(ESSENTIAL.has(a.resource)),
  );
  const sentences = sorted.map(
    ({ resource, state, message }) => message ?? `${resource} are ${state}.`,
  );
  return [...new Set(sentences)].slice(0, 3).join(' ');
}
