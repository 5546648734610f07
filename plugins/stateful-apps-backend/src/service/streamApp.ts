import {
  AppRef,
  AppStreamMessage,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';
import { AppStore } from '../state';
import { Wakeup } from './Wakeup';

/** A stream that has nothing to tell says so this often. */
export const HEARTBEAT_MS = 10_000;

/**
 * The views of one app. Nothing is queued: each turn reads the store, so that
 * a slow reader costs no memory and gets the newest view.
 */
export async function* streamApp(options: {
  store: AppStore;
  clock: Clock;
  ref: AppRef;
  after?: number;
  signal: AbortSignal;
  /** The instant of the data that the store holds of this app. */
  asOf: () => string;
}): AsyncGenerator<AppStreamMessage> {
  const { store, clock, ref, signal, asOf } = options;
  const key = stringifyAppRef(ref);
  const wakeup = new Wakeup(clock, signal);
  let sent = options.after;
  let goneReason = 'The StatefulSet is gone.';
  const unsubscribe = store.subscribe(change => {
    if (stringifyAppRef(change.ref) !== key) return;
    if (change.type === 'removed') goneReason = change.reason;
    wakeup.notify();
  });
  try {
    let quiet = true;
    while (!signal.aborted) {
      const record = store.get(ref);
      if (!record) {
        yield { type: 'gone', revision: store.revision, reason: goneReason };
        return;
      }
      const { revision } = record.view;
      // Any other revision counts, also a lower one: a reader that comes from
      // another replica may have counted further.
      if (revision !== sent) {
        sent = revision;
        yield {
          type: 'view',
          revision,
          view: { ...record.view, asOf: asOf() },
        };
      } else if (quiet) {
        yield { type: 'heartbeat', revision, asOf: asOf() };
      }
      quiet = !(await wakeup.sleep(HEARTBEAT_MS));
    }
  } finally {
    unsubscribe();
  }
}
