import {
  AppRef,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';

/** How long a single request keeps an app interesting. */
const LINGER_MS = 30_000;

/** Which apps somebody is looking at. However many look, it is one interest. */
export class Interest {
  readonly #clock: Clock;
  readonly #open = new Map<string, number>();
  readonly #until = new Map<string, number>();
  readonly #listeners = new Set<(ref: AppRef) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Somebody asked for the app once. */
  touch(ref: AppRef): void {
    const fresh = !this.has(ref);
    const now = this.#clock.now();
    for (const [key, until] of this.#until) {
      if (until <= now) this.#until.delete(key);
    }
    this.#until.set(stringifyAppRef(ref), now + LINGER_MS);
    if (fresh) this.#tell(ref);
  }

  /** Somebody follows the app until the answer is called. */
  open(ref: AppRef): () => void {
    this.touch(ref);
    const key = stringifyAppRef(ref);
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    let closed = false;
    return () => {
      if (closed) return;
      closed = true;
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
      this.touch(ref);
    };
  }

  has(ref: AppRef): boolean {
    const key = stringifyAppRef(ref);
    return (
      this.#open.has(key) || (this.#until.get(key) ?? 0) > this.#clock.now()
    );
  }

  /** Tells of apps that nobody looked at before; the answer ends it. */
  subscribe(listener: (ref: AppRef) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(ref: AppRef): void {
    for (const listener of [...this.#listeners]) listener(ref);
  }
}
