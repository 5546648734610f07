import { MemberProbe } from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';

/**
 * Asks one server again and again: never twice at once, and never sooner than
 * `intervalMs` says after the last time.
 */
export class ServerProber {
  readonly #clock: Clock;
  readonly #ask: (signal: AbortSignal) => Promise<MemberProbe>;
  readonly #intervalMs: () => number;
  readonly #onProbe: (probe: MemberProbe) => void;
  readonly #onError: (error: Error) => void;
  readonly #ending = new AbortController();
  #lastStart = -Infinity;
  #running = false;
  #cancel?: () => void;

  constructor(options: {
    clock: Clock;
    ask: (signal: AbortSignal) => Promise<MemberProbe>;
    intervalMs: () => number;
    onProbe: (probe: MemberProbe) => void;
    /** A turn failed by a fault of ours: what servers do wrong is in the probe. */
    onError: (error: Error) => void;
  }) {
    this.#clock = options.clock;
    this.#ask = options.ask;
    this.#intervalMs = options.intervalMs;
    this.#onProbe = options.onProbe;
    this.#onError = options.onError;
  }

  /** Works out anew when to ask next; called whenever the interval may have changed. */
  plan(): void {
    if (this.#running || this.#ending.signal.aborted) return;
    this.#cancel?.();
    const due = this.#lastStart + this.#intervalMs();
    const wait = Math.max(0, due - this.#clock.now());
    this.#cancel = this.#clock.after(wait, () => this.#turn());
  }

  stop(): void {
    this.#ending.abort();
    this.#cancel?.();
  }

  async #turn(): Promise<void> {
    this.#running = true;
    this.#lastStart = this.#clock.now();
    try {
      const probe = await this.#ask(this.#ending.signal);
      if (!this.#ending.signal.aborted) this.#onProbe(probe);
    } catch (error) {
      this.#onError(error as Error);
    } finally {
      this.#running = false;
      this.plan();
    }
  }
}
