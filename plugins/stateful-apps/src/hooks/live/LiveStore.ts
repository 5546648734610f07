import { Clock, systemClock } from './Clock';
import { LiveFollower } from './LiveFollower';
import { liveReducer } from './liveReducer';
import { LiveSource } from './LiveSource';
import { LiveEvent, LiveState } from './LiveState';
import { documentVisibility, Visibility } from './Visibility';

/** How long the connection outlives its last reader, so that going from the card to the tab does not open it anew. */
const LINGER_MS = 5_000;

export interface LiveStoreOptions<
  TData,
  TMessage extends { revision: number },
> {
  source: LiveSource<TData, TMessage>;
  /** Called once the last reader has left for good. */
  onStop?: () => void;
  clock?: Clock;
  visibility?: Visibility;
  random?: () => number;
}

/** One live connection and its state, shared by all components that read it. */
export class LiveStore<TData, TMessage extends { revision: number }> {
  readonly #options: LiveStoreOptions<TData, TMessage>;
  readonly #listeners = new Set<() => void>();
  #state: LiveState<TData> = { status: 'connecting' };
  #connection?: AbortController;
  #follower?: LiveFollower<TData, TMessage>;
  #linger?: AbortController;

  constructor(options: LiveStoreOptions<TData, TMessage>) {
    this.#options = options;
  }

  /** The state as of now; the same object until it changes. */
  readonly getState = (): LiveState<TData> => this.#state;

  /** Opens the connection with the first reader; returns how to stop reading. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#linger?.abort();
    if (!this.#connection) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stopSoon();
    };
  };

  /** Replaces the data by what is loaded, without a break in the stream. */
  reload(load: LiveSource<TData, TMessage>['load']): void {
    if (this.#connection) {
      this.#follower?.replace(load, this.#connection.signal);
    }
  }

  #start(): void {
    const { source, clock = systemClock, random = Math.random } = this.#options;
    const visibility = this.#options.visibility ?? documentVisibility;
    this.#connection = new AbortController();
    const dispatch = (event: LiveEvent<TData>) => this.#dispatch(event);
    this.#follower = new LiveFollower({
      source,
      clock,
      visibility,
      random,
      dispatch,
    });
    this.#follower.run(this.#connection.signal);
  }

  async #stopSoon(): Promise<void> {
    const linger = new AbortController();
    this.#linger = linger;
    const clock = this.#options.clock ?? systemClock;
    await clock.sleep(LINGER_MS, linger.signal);
    if (linger.signal.aborted) return;
    this.#connection?.abort();
    this.#connection = undefined;
    this.#dispatch({ type: 'paused' });
    this.#options.onStop?.();
  }

  #dispatch(event: LiveEvent<TData>): void {
    const next = liveReducer(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
