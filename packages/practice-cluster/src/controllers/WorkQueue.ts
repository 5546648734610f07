import { Clock } from '../types';

/** A controller sees a change through its informer, a moment later. */
const LATENCY_MS = 10;

/**
 * Keys to look at, each at most once at a time, as client-go's work queues
 * do it.
 *
 * @public
 */
export class WorkQueue {
  private readonly waiting = new Set<string>();

  constructor(
    private readonly clock: Clock,
    private readonly sync: (key: string) => void,
  ) {}

  add(key: string): void {
    if (this.waiting.has(key)) return;
    this.waiting.add(key);
    this.clock.after(LATENCY_MS, () => {
      this.waiting.delete(key);
      this.sync(key);
    });
  }

  /** Looks at `key` again after `delayMs`, whatever happens before. */
  addAfter(key: string, delayMs: number): void {
    this.clock.after(delayMs, () => this.add(key));
  }
}
