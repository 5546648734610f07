import { Clock } from '../types';

/**
 * A clock for something that can end: with `dispose` all that it still had to
 * do is taken back, so that nothing acts after its end.
 *
 * @public
 */
export class ScopedClock implements Clock {
  private readonly pending = new Set<() => void>();
  private disposed = false;

  constructor(private readonly clock: Clock) {}

  now(): number {
    return this.clock.now();
  }

  after(delayMs: number, task: () => void): () => void {
    if (this.disposed) return () => {};
    const cancel = this.clock.after(delayMs, () => {
      this.pending.delete(cancel);
      task();
    });
    this.pending.add(cancel);
    return () => {
      this.pending.delete(cancel);
      cancel();
    };
  }

  /** Calls `task` again and again, first after one period. */
  every(periodMs: number, task: () => void): void {
    this.after(periodMs, () => {
      task();
      this.every(periodMs, task);
    });
  }

  dispose(): void {
    this.disposed = true;
    for (const cancel of this.pending) cancel();
    this.pending.clear();
  }
}
