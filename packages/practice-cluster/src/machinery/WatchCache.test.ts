import { SeededRandom } from '../clock/SeededRandom';
import { VirtualClock } from '../clock/VirtualClock';
import { DefaultObjectStore } from './DefaultObjectStore';
import { WatchCache } from './WatchCache';

function createCache(size: number) {
  const store = DefaultObjectStore.create(
    VirtualClock.create(0),
    SeededRandom.create(1),
  );
  return { store, cache: WatchCache.create(store, size) };
}

describe('WatchCache', () => {
  it('tells what every past state was', () => {
    const { store, cache } = createCache(1000);
    const states: Array<[number, string[]]> = [];
    const random = SeededRandom.create(7);
    for (let step = 0; step < 200; step += 1) {
      const name = `c${Math.floor(random.next() * 8)}`;
      const namespace = random.next() < 0.5 ? 'a' : 'a-b';
      const place = ['configmaps', namespace, name] as const;
      if (!store.get(...place)) {
        store.create('configmaps', { metadata: { name, namespace } as any });
      } else if (random.next() < 0.5) store.delete(...place);
      else {
        store.update(...place, draft => {
          draft.data = { step: String(step) };
        });
      }
      states.push([
        Number(store.resourceVersion),
        store.list('configmaps').map(object => JSON.stringify(object)),
      ]);
    }
    for (const [revision, state] of states) {
      const past = cache.listAt('configmaps', revision);
      expect(past.map(object => JSON.stringify(object))).toEqual(state);
    }
  });

  it('says 410 for what it has forgotten, and only for that', () => {
    const { store, cache } = createCache(2);
    for (const name of ['a', 'b', 'c']) {
      store.create('configmaps', { metadata: { name } as any });
    }
    // Revisions 2, 3 and 4, of which the first is forgotten.
    expect(cache.since('configmaps', 2).map(event => event.revision)).toEqual([
      3, 4,
    ]);
    expect(() => cache.since('configmaps', 1)).toThrow(
      'too old resource version: 1 (2)',
    );
    expect(cache.since('pods', 1)).toEqual([]);
    cache.compact();
    expect(() => cache.since('configmaps', 3)).toThrow('too old');
    expect(cache.since('configmaps', 4)).toEqual([]);
  });
});
