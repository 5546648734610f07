import { AccessToken } from '../machinery/access/AccessToken';
import { WatchCache } from '../machinery/WatchCache';
import { Clock, ObjectStore, PodRuntime } from '../types';
import { Counters } from './Counters';
import { Faults } from './Faults';

/**
 * What the request handlers work with.
 *
 * @public
 */
export interface ApiServices {
  store: ObjectStore;
  watchCache: WatchCache;
  runtime: PodRuntime;
  clock: Clock;
  tokens: readonly AccessToken[];
  counters: Counters;
  faults: Faults;
  /** Milliseconds of real time between the bookmarks of a watch. */
  bookmarkIntervalMs: number;
}
