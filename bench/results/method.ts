import { Options } from '../options';

/** How the figures come about, for the readers of the results. */
export function method({ apps, consulApps, windowSeconds }: Options): string {
  return `- One API server, in a process of its own, holds ${apps} copies of an app that was recorded from a real cluster (Kubernetes 1.34, three pods with claims, \`managedFields\` and all). ${consulApps} of them run Consul, whose recorded answers it gives; the others run something unknown. It lists with limit and continue, watches with bookmarks, and counts requests and bytes as they go over the wire.
- Both sides are whole Backstage backends with the same configuration, catalog and database, one after the other in processes of their own: plugin-kubernetes as it is published, and plugin-kubernetes with our module and our plugin.
- plugin-kubernetes is driven as its entity tab drives it: every ten seconds, each viewer asks for the clusters and for the entity's objects. Time is compressed: each round of refreshes is made as fast as it is answered and stands for ten seconds. \`skipMetricsLookup\` is set, in its favour, unless the row says otherwise.
- Our side is watched in real time, ${windowSeconds} s for each number of viewers, each viewer holding the event stream of the same app. To the requests that were seen, one renewal of each open watch in five minutes is added, the shortest time between renewals.
- gzip is level 6, as Backstage's own compression is.
- The bundle is what the source maps of the built app's first scripts say comes from our packages.
- "nearly" is within 20 % of the goal; only what is further away fails the run.`;
}
