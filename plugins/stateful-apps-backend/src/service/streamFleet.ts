import {
  ClusterStatusView,
  FleetStreamMessage,
} from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';
import { AppRecord, AppStore, ClusterDirectory } from '../state';
import { AppFilter } from './StatefulAppsService';
import { HEARTBEAT_MS } from './streamApp';
import { Wakeup } from './Wakeup';

/** Rows are gathered for this long before they are sent. */
const GATHER_MS = 250;

/**
 * The rows of the fleet. As in `streamApp` nothing is queued: each turn asks
 * the store what changed since the last.
 */
export async function* streamFleet(options: {
  store: AppStore;
  clusters: ClusterDirectory;
  clock: Clock;
  after?: number;
  signal: AbortSignal;
  readable?: AppFilter;
}): AsyncGenerator<FleetStreamMessage> {
  const { store, clusters, clock, signal, readable } = options;
  const wakeup = new Wakeup(clock, signal);
  let sent = options.after ?? store.revision;
  let statuses: ClusterStatusView[] | undefined;
  const endings = [
    store.subscribe(() => wakeup.notify()),
    clusters.subscribe(() => {
      statuses = undefined;
      wakeup.notify();
    }),
  ];
  try {
    let quiet = true;
    while (!signal.aborted) {
      const { revision } = store;
      const asOf = clusters.asOf();
      const changes = store.changesSince(sent);
      sent = revision;
      if (!changes) {
        const reason = 'The changes since that revision are no longer known.';
        yield { type: 'resync', revision, reason };
      } else {
        const mine = (record: AppRecord) => !readable || readable(record);
        const changed = changes.changed.filter(mine).map(it => it.summary);
        const removed = changes.removed.filter(mine).map(it => it.view.ref);
        const news = statuses ? undefined : clusters.statuses();
        const problems = clusters.problems();
        statuses ??= news;
        if (changed.length || removed.length || news) {
          yield {
            type: 'changes',
            revision,
            asOf,
            changed,
            removed,
            ...(news && { clusters: news }),
            ...(news && problems.length && { problems }),
          };
        } else if (quiet) {
          yield { type: 'heartbeat', revision, asOf };
        }
      }
      quiet = !(await wakeup.sleep(HEARTBEAT_MS));
      if (!quiet) await wakeup.pause(GATHER_MS);
    }
  } finally {
    for (const end of endings) end();
  }
}
