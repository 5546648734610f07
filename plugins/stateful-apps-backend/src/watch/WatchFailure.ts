import { toError } from '@backstage/errors';
import {
  GatewayError,
  GatewayErrorReason,
} from '@stateful-apps/backstage-plugin-node';

/**
 * - `backwards`: an answer was older than what is known.
 * - `short`: the watch ended as soon as it began.
 */
export type WatchFailureReason = GatewayErrorReason | 'backwards' | 'short';

/** Why a list or a watch ended before its time. */
export class WatchFailure extends Error {
  readonly reason: WatchFailureReason;
  readonly verb: 'list' | 'watch';
  readonly retryAfterMs?: number;

  constructor(
    reason: WatchFailureReason,
    verb: 'list' | 'watch',
    message: string,
    options?: { retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, { cause: options?.cause });
    this.name = 'WatchFailure';
    this.reason = reason;
    this.verb = verb;
    this.retryAfterMs = options?.retryAfterMs;
  }

  static from(error: unknown, verb: 'list' | 'watch'): WatchFailure {
    if (error instanceof WatchFailure) return error;
    if (error instanceof GatewayError) {
      return new WatchFailure(error.reason, verb, error.message, {
        retryAfterMs: error.retryAfterMs,
        cause: error,
      });
    }
    return new WatchFailure('malformed', verb, toError(error).message, {
      cause: error,
    });
  }
}
