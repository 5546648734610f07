import { VirtualClock } from '../../clock/VirtualClock';
import { ObjectStore } from '../../types';
import { isSettled } from './isSettled';

const LIMIT_MS = 10 * 60_000;
/** Consul elects, joins and is stable some time after its pods are Ready. */
const REST_MS = 60_000;

/**
 * Lets the world come up at once: moves the clock on until every StatefulSet
 * is complete, and a minute more for what runs in it. False when it is not
 * complete after ten minutes.
 *
 * @public
 */
export function settle(clock: VirtualClock, store: ObjectStore): boolean {
  const settled = clock.advanceUntil(() => isSettled(store), LIMIT_MS, 1_000);
  clock.advance(REST_MS);
  return settled && isSettled(store);
}
