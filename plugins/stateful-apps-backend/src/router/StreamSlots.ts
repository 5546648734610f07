import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CustomErrorBase } from '@backstage/errors';

/** Streams that one user or service may hold open at once: a few windows with a few tabs each. */
const MAX_STREAMS = 32;

/** Answered with 429. */
class TooManyStreamsError extends CustomErrorBase {
  name = 'TooManyStreamsError' as const;
  readonly status = 429;
}

/** Counts the streams that each principal holds open. */
export class StreamSlots {
  readonly #taken = new Map<string, number>();

  /** Takes one; the answer gives it back. */
  take({ principal }: BackstageCredentials): () => void {
    const key = JSON.stringify(principal);
    const taken = this.#taken.get(key) ?? 0;
    if (taken >= MAX_STREAMS) {
      throw new TooManyStreamsError(
        `You have ${MAX_STREAMS} event streams open, which is the most. Close some windows, or ask without /events.`,
      );
    }
    this.#taken.set(key, taken + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const left = (this.#taken.get(key) ?? 1) - 1;
      if (left > 0) this.#taken.set(key, left);
      else this.#taken.delete(key);
    };
  }
}
