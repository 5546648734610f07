import { SeededRandom } from '../../clock/SeededRandom';
import { VirtualClock } from '../../clock/VirtualClock';
import { DefaultObjectStore } from '../../machinery/DefaultObjectStore';
import { FakeRuntime } from './FakeRuntime';

/** The instant at which test worlds begin. */
export const TEST_START = Date.parse('2026-01-01T00:00:00Z');

/** A world of objects alone: one namespace, `course`, and no controllers. */
export function createTestWorld() {
  const clock = VirtualClock.create(TEST_START);
  const store = DefaultObjectStore.create(clock, SeededRandom.create(1));
  const runtime = new FakeRuntime();
  store.create('namespaces', { metadata: { name: 'course' } as any });
  return { clock, store, runtime };
}
