import { SeededRandom } from './clock/SeededRandom';
import { VirtualClock } from './clock/VirtualClock';
import { createCore } from './createCore';
import { DefaultObjectStore } from './machinery/DefaultObjectStore';
import { PracticeWorld } from './PracticeCluster';
import { createFirstWorld } from './world/createFirstWorld';

/** The age of a world that has come up; longer than it takes to. */
const AGE_MS = 15 * 60_000;

/** @public */
export interface WorldOptions {
  /** Decides all chance. */
  seed: number;
  /** Whether claims get volumes. */
  storage: boolean;
  /** The instant at which the world is handed over; milliseconds since the epoch. */
  now: number;
  /** Handed over when all has come up, or at the moment when nothing has. */
  settled: boolean;
}

/**
 * The first world: three nodes, the course's two apps and Consul with claims.
 *
 * @public
 */
export function createWorld(options: WorldOptions): PracticeWorld {
  const { seed, storage, now, settled } = options;
  const clock = VirtualClock.create(settled ? now - AGE_MS : now);
  const random = SeededRandom.create(seed);
  const store = DefaultObjectStore.create(clock, random);
  const core = createCore({ clock, random, store, storage });
  createFirstWorld(store);
  core.start();
  clock.advanceTo(now);
  return {
    clock,
    store,
    runtime: core.runtime,
    machines: core.machines,
    setStorage: core.setStorage,
  };
}
