import { RetryPolicy } from './RetryPolicy';
import { WatchFailure, WatchFailureReason } from './WatchFailure';

function failure(reason: WatchFailureReason, retryAfterMs?: number) {
  return new WatchFailure(reason, 'list', 'x', { retryAfterMs });
}

/** Waits of failures of one kind in a row. */
function waits(reason: WatchFailureReason, random: number, count: number) {
  const policy = new RetryPolicy(() => random);
  return Array.from({ length: count }, () => policy.failed(failure(reason)));
}

describe('RetryPolicy', () => {
  it('doubles from 0.8 s to 30 s, less up to half by chance', () => {
    expect(waits('server-error', 0, 8)).toEqual([
      800, 1600, 3200, 6400, 12800, 25600, 30000, 30000,
    ]);
    expect(waits('server-error', 1, 8)).toEqual([
      400, 800, 1600, 3200, 6400, 12800, 15000, 15000,
    ]);
  });

  it('is back within 5 s where there was no connection', () => {
    expect(Math.max(...waits('unreachable', 0, 100))).toBe(4000);
  });

  it('spreads the lists after 410 over 2 s, but slows down if it comes again', () => {
    expect(waits('gone', 0.999, 1)[0]).toBeLessThan(2000);
    expect(waits('gone', 0, 3)).toEqual([0, 1600, 3200]);
  });

  it('waits as long as the server says, within reason', () => {
    const policy = new RetryPolicy(() => 0);
    expect(policy.failed(failure('throttled', 20_000))).toBe(20_000);
    expect(policy.failed(failure('throttled', 1e9))).toBe(300_000);
  });

  it('begins again after success, and after a failure of another kind', () => {
    const policy = new RetryPolicy(() => 0);
    policy.failed(failure('server-error'));
    expect(policy.failed(failure('server-error'))).toBe(1600);
    policy.worked();
    expect(policy.failed(failure('server-error'))).toBe(800);
    expect(policy.failed(failure('unauthorized'))).toBe(800);
  });
});
