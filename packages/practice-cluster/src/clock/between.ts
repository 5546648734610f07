import { Random } from '../types';

/** A duration drawn evenly from `[low, high)`. @public */
export function between(random: Random, low: number, high: number): number {
  return low + random.next() * (high - low);
}
