import { Clock } from '../hooks/live/Clock';

/** A clock that stands still until a test moves it. */
export class SteppedClock implements Clock {
  #now = 0;
  #sleepers: Array<{ until: number; wake: () => void }> = [];

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise(resolve => {
      const sleeper = { until: this.#now + milliseconds, wake: resolve };
      this.#sleepers.push(sleeper);
      signal.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter(each => each !== sleeper);
        resolve();
      });
    });
  }

  /** Moves on, and lets everything that was waiting for it happen. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const next = this.#sleepers
        .filter(({ until }) => until <= end)
        .sort((a, b) => a.until - b.until)[0];
      if (!next) break;
      this.#sleepers = this.#sleepers.filter(each => each !== next);
      this.#now = next.until;
      next.wake();
      await settle();
    }
    this.#now = end;
  }
}

/** Lets promises that are ready run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}
