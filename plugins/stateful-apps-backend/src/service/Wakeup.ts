import { Clock } from '../clock';

/** Lets a loop sleep until something happened, time is up or it is to end. */
export class Wakeup {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #happened = false;
  #resume?: () => void;
  #resumeEarly?: () => void;

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#resume?.(), { once: true });
  }

  /** Something happened; the loop looks again, now or when it next sleeps. */
  notify(): void {
    this.#happened = true;
    this.#resumeEarly?.();
  }

  /** Whether something happened before the time was up. */
  async sleep(ms: number): Promise<boolean> {
    if (!this.#happened) await this.#wait(ms, true);
    const happened = this.#happened;
    this.#happened = false;
    return happened;
  }

  /** Waits whatever happens, unless it is to end. */
  async pause(ms: number): Promise<void> {
    await this.#wait(ms, false);
  }

  async #wait(ms: number, early: boolean): Promise<void> {
    if (this.#signal.aborted) return;
    await new Promise<void>(resolve => {
      const cancel = this.#clock.after(ms, resolve);
      this.#resume = () => {
        cancel();
        resolve();
      };
      this.#resumeEarly = early ? this.#resume : undefined;
    });
    this.#resume = undefined;
    this.#resumeEarly = undefined;
  }
}
