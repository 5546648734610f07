import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';
import { SlicedQueue } from './SlicedQueue';

/** The least time between two assessments of one app: at most five pushes a second. */
const GAP_MS = 200;

/** When an app is assessed: at once after a change, then not again too soon. */
export class KeptApp {
  readonly ref: AppRef;
  readonly uid: string;
  readonly #clock: Clock;
  readonly #queue: SlicedQueue;
  readonly #run: () => void;
  #lastRun = -Infinity;
  #due?: { at: number; cancel: () => void };
  #ended = false;

  constructor(options: {
    ref: AppRef;
    uid: string;
    clock: Clock;
    queue: SlicedQueue;
    /** Assesses the app. */
    run: () => void;
  }) {
    this.ref = options.ref;
    this.uid = options.uid;
    this.#clock = options.clock;
    this.#queue = options.queue;
    this.#run = options.run;
  }

  /** Sees to it that the app is assessed within `delayMs`, or as soon after as its turn comes. */
  schedule(delayMs = 0): void {
    if (this.#ended) return;
    const now = this.#clock.now();
    const at = Math.max(now + delayMs, this.#lastRun + GAP_MS);
    if (this.#due && this.#due.at <= at) return;
    this.#due?.cancel();
    const cancel = this.#clock.after(at - now, () =>
      this.#queue.add(this.#turn),
    );
    this.#due = { at, cancel };
  }

  end(): void {
    this.#ended = true;
    this.#due?.cancel();
  }

  readonly #turn = (): void => {
    if (this.#ended) return;
    this.#due = undefined;
    this.#lastRun = this.#clock.now();
    this.#run();
  };
}
