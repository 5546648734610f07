import { Random } from './types';
import { WatchFailure, WatchFailureReason } from './WatchFailure';

const FIRST_MS = 800;
const LONGEST_MS = 30_000;

/**
 * A connection that cannot be made costs the API server nothing, and a person
 * waits for it to be back: it is tried again within 5 s.
 */
const LONGEST_UNREACHABLE_MS = 4_000;

/** All watches may be told 410 at one instant; their lists are spread over this time. */
const GONE_SPREAD_MS = 2_000;

/** Longest time that we let a server send us away for. */
const LONGEST_RETRY_AFTER_MS = 300_000;

/**
 * How long to wait after a failure: from 0.8 s, doubled for each of the same
 * kind in a row, to 30 s, less a random part of up to half; never less than
 * the server asked for.
 */
export class RetryPolicy {
  #failures = 0;
  #lastReason?: WatchFailureReason;

  constructor(private readonly random: Random) {}

  /** Milliseconds until the next try. */
  failed(failure: WatchFailure): number {
    const { reason, retryAfterMs = 0 } = failure;
    this.#failures = reason === this.#lastReason ? this.#failures + 1 : 1;
    this.#lastReason = reason;
    if (reason === 'gone' && this.#failures === 1) {
      return this.random() * GONE_SPREAD_MS;
    }
    const longest =
      reason === 'unreachable' ? LONGEST_UNREACHABLE_MS : LONGEST_MS;
    const doubled = FIRST_MS * 2 ** Math.min(this.#failures - 1, 10);
    return Math.max(
      Math.min(doubled, longest) * (1 - this.random() / 2),
      Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS),
    );
  }

  /** The next failure is the first of its kind again. */
  worked(): void {
    this.#failures = 0;
  }
}
