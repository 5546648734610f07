import { Clock } from '../clock';

/** Work done at a stretch before requests get their turn. */
const SLICE_MS = 10;

/** Runs tasks soon and in order, a few at a time, so that a thousand of them block nobody. */
export class SlicedQueue {
  readonly #clock: Clock;
  readonly #tasks = new Set<() => void>();
  #planned = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(task: () => void): void {
    this.#tasks.add(task);
    this.#plan();
  }

  #plan(): void {
    if (this.#planned || this.#tasks.size === 0) return;
    this.#planned = true;
    this.#clock.after(0, () => {
      this.#planned = false;
      this.#slice();
      this.#plan();
    });
  }

  #slice(): void {
    const end = this.#clock.now() + SLICE_MS;
    for (const task of this.#tasks) {
      this.#tasks.delete(task);
      task();
      if (this.#clock.now() >= end) return;
    }
  }
}
