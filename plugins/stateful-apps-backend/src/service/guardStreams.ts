import {
  AppStreamMessage,
  FleetStreamMessage,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';
import { AppRecord, AppStore } from '../state';
import { AppFilter } from './StatefulAppsService';

/** How often an open stream is authorized anew; a heartbeat comes more often. */
const RECHECK_MS = 60_000;

interface Guard<T> {
  clock: Clock;
  /** When the reader's credentials end. */
  expiresAt: Date | undefined;
  /** Throws when the reader may read no more. */
  recheck: () => Promise<T>;
}

/** Ends a stream when its reader may read it no more, with a last message that says why. */
export async function* guardAppStream(
  messages: AsyncIterable<AppStreamMessage>,
  guard: Guard<void>,
): AsyncGenerator<AppStreamMessage> {
  const check = checker(guard);
  for await (const message of messages) {
    const { ended } = await check();
    if (ended) {
      yield { type: 'error', revision: message.revision, message: ended };
      return;
    }
    yield message;
  }
}

/** The same for the fleet. When the reader may read other apps than before, the list has to be asked for again. */
export async function* guardFleetStream(
  messages: AsyncIterable<FleetStreamMessage>,
  guard: Guard<boolean>,
): AsyncGenerator<FleetStreamMessage> {
  const check = checker(guard);
  for await (const message of messages) {
    const { ended, value: otherApps } = await check();
    const { revision } = message;
    if (ended) {
      yield { type: 'error', revision, message: ended };
      return;
    }
    if (otherApps) {
      const reason = 'The apps that you may read have changed.';
      yield { type: 'resync', revision, reason };
    } else {
      yield message;
    }
  }
}

/** The apps that the reader of a stream may read, and whether that changes. */
export class ReadableApps {
  readonly #store: AppStore;
  #filter: AppFilter;
  /** What the filter said of each app when it was last asked. */
  readonly #said = new Map<string, boolean>();

  constructor(store: AppStore, filter: AppFilter) {
    this.#store = store;
    this.#filter = filter;
    for (const record of store.records()) this.mayRead(record);
  }

  mayRead(record: AppRecord): boolean {
    const readable = this.#filter(record);
    this.#said.set(stringifyAppRef(record.view.ref), readable);
    return readable;
  }

  /** Whether the new filter judges an app that the reader knows of otherwise. */
  replace(filter: AppFilter): boolean {
    const before = new Map(this.#said);
    this.#said.clear();
    this.#filter = filter;
    let changed = false;
    for (const record of this.#store.records()) {
      const was = before.get(stringifyAppRef(record.view.ref));
      if (was !== undefined && was !== this.mayRead(record)) changed = true;
    }
    return changed;
  }
}

function checker<T>({ clock, expiresAt, recheck }: Guard<T>) {
  let checkedAt = clock.now();
  return async (): Promise<{ ended?: string; value?: T }> => {
    const now = clock.now();
    if (expiresAt && expiresAt.getTime() <= now) {
      return { ended: 'Your credentials have expired; sign in again.' };
    }
    if (now - checkedAt < RECHECK_MS) return {};
    checkedAt = now;
    try {
      return { value: await recheck() };
    } catch (error) {
      return { ended: error instanceof Error ? error.message : String(error) };
    }
  };
}
