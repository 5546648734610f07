import { toError } from '@backstage/errors';
import { childController } from './childController';
import { Clock } from './Clock';
import { LiveSource } from './LiveSource';
import { LiveEvent } from './LiveState';
import { untilSilent } from './untilSilent';
import { Visibility, whenVisible } from './Visibility';

/** The backend sends a heartbeat well within this time. */
const SILENCE_LIMIT_MS = 25_000;
const MIN_RETRY_MS = 1_000;
const MAX_RETRY_MS = 30_000;
const POLL_MS = 5_000;
/** For how long to poll before a stream is tried again. */
const POLL_FOR_MS = 60_000;
/** So many streams in a row that brought nothing mean that something on the way swallows streams. */
const FUTILE_STREAMS = 2;

type Changes<TData, TMessage extends { revision: number }> = NonNullable<
  LiveSource<TData, TMessage>['changes']
>;

export interface LiveFollowerOptions<
  TData,
  TMessage extends { revision: number },
> {
  source: LiveSource<TData, TMessage>;
  clock: Clock;
  visibility: Visibility;
  /** Between 0 and 1; spreads the retries of many browsers. */
  random: () => number;
  dispatch: (event: LiveEvent<TData>) => void;
}

/**
 * Loads, then follows the stream: reconnects with back-off from the revision
 * it has, polls where streams do not get through, pauses while the page is
 * hidden.
 */
export class LiveFollower<TData, TMessage extends { revision: number }> {
  readonly #options: LiveFollowerOptions<TData, TMessage>;
  #known?: { data: TData; revision: number };
  #failures = 0;
  #futileStreams = 0;
  #pollUntil = 0;

  constructor(options: LiveFollowerOptions<TData, TMessage>) {
    this.#options = options;
  }

  /** Goes on until the signal is aborted; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, visibility, dispatch } = this.#options;
    while (!signal.aborted) {
      if (visibility.isHidden()) dispatch({ type: 'paused' });
      await whenVisible(visibility, signal);
      const { controller: turn, release } = childController(signal);
      const unsubscribe = visibility.onChange(() => turn.abort());
      const wait = await this.#attempt(turn.signal);
      await clock.sleep(wait, turn.signal);
      unsubscribe();
      release();
    }
  }

  /** Replaces what is known while the stream goes on; never rejects. */
  async replace(
    load: LiveSource<TData, TMessage>['load'],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const loaded = await load(signal);
      if (!signal.aborted) this.#receive(loaded, 'stream');
    } catch (error) {
      if (signal.aborted) return;
      this.#report(toError(error), this.#options.clock.now());
    }
  }

  /** One try, as long as it lasts; answers how many milliseconds to wait before the next. */
  async #attempt(signal: AbortSignal): Promise<number> {
    const { source, clock } = this.#options;
    try {
      const { changes } = source;
      const polling = !changes || clock.now() < this.#pollUntil;
      if (!this.#known || polling) await this.#load(signal, polling);
      if (polling) return source.pollMs ?? POLL_MS;
      await this.#follow(changes, signal);
      return MIN_RETRY_MS;
    } catch (error) {
      if (signal.aborted) return 0;
      this.#failures += 1;
      const wait = this.#retryDelay();
      this.#report(toError(error), clock.now() + wait);
      return wait;
    }
  }

  #report(error: Error, retryAt: number): void {
    const { source, dispatch } = this.#options;
    const reason = source.goneReason?.(error);
    if (reason === undefined) {
      dispatch({ type: 'lost', error, retryAt });
    } else {
      this.#known = undefined;
      dispatch({ type: 'gone', reason });
    }
  }

  async #load(signal: AbortSignal, polling: boolean): Promise<void> {
    const loaded = await this.#options.source.load(signal);
    this.#failures = 0;
    this.#receive(loaded, polling ? 'polling' : 'stream');
  }

  async #follow(
    changes: Changes<TData, TMessage>,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, dispatch } = this.#options;
    const { controller, release } = childController(signal);
    let heard = false;
    const onSilent = () => {
      dispatch({ type: 'silent' });
      controller.abort();
    };
    try {
      const after = this.#known?.revision ?? 0;
      const messages = changes.stream(after, controller.signal);
      const limits = { clock, limitMs: SILENCE_LIMIT_MS, onSilent };
      for await (const message of untilSilent(messages, limits)) {
        heard = true;
        this.#accept(changes, message);
        if (!this.#known) return;
      }
    } finally {
      release();
      controller.abort();
      if (!signal.aborted) this.#weighStream(heard);
    }
  }

  /** Takes a message in; forgets what is known when it has to be loaded anew. */
  #accept(changes: Changes<TData, TMessage>, message: TMessage): void {
    const { clock, dispatch } = this.#options;
    if (!this.#known) return;
    const { revision } = message;
    const step = changes.apply(this.#known.data, message);
    switch (step.type) {
      case 'data':
        this.#receive({ data: step.data, revision }, 'stream');
        break;
      case 'heartbeat':
        this.#known = { ...this.#known, revision };
        dispatch({ type: 'heartbeat', at: clock.now() });
        break;
      case 'problem':
        throw new Error(step.message);
      case 'gone':
        dispatch({ type: 'gone', reason: step.reason });
        this.#known = undefined;
        break;
      default:
        this.#known = undefined;
    }
    this.#failures = 0;
  }

  #receive(
    known: { data: TData; revision: number },
    transport: 'stream' | 'polling',
  ): void {
    this.#known = known;
    const at = this.#options.clock.now();
    this.#options.dispatch({
      type: 'received',
      data: known.data,
      at,
      transport,
    });
  }

  #weighStream(heard: boolean): void {
    this.#futileStreams = heard ? 0 : this.#futileStreams + 1;
    if (this.#futileStreams < FUTILE_STREAMS) return;
    // After the polling one more futile stream is enough.
    this.#futileStreams = FUTILE_STREAMS - 1;
    this.#pollUntil = this.#options.clock.now() + POLL_FOR_MS;
  }

  #retryDelay(): number {
    const exponential = MIN_RETRY_MS * 2 ** Math.min(this.#failures - 1, 10);
    const longest = Math.min(exponential, MAX_RETRY_MS);
    return Math.max(MIN_RETRY_MS, longest * (0.5 + this.#options.random() / 2));
  }
}
