import { KubeObject, ObjectStore, StoreEvent } from '../types';
import { apiErrors } from './apiErrors';

/** @public */
export interface CachedEvent extends StoreEvent {
  revision: number;
}

/**
 * The newest changes of each resource, so that watches can begin in the past
 * and lists can be taken of it.
 *
 * @public
 */
export class WatchCache {
  private readonly windows = new Map<string, CachedEvent[]>();
  /** The revision after which all changes of a resource are here. */
  private readonly begins = new Map<string, number>();
  private readonly listeners = new Map<
    string,
    Set<(event: CachedEvent) => void>
  >();
  private lastSnapshot?: { key: string; objects: KubeObject[] };

  /** `size`: number of changes that are kept of each resource. */
  static create(store: ObjectStore, size: number): WatchCache {
    return new WatchCache(store, size);
  }

  private constructor(
    private readonly store: ObjectStore,
    private readonly size: number,
  ) {
    store.subscribe((event, resource) => {
      const revision = Number(event.object.metadata.resourceVersion);
      const cached = { ...event, revision };
      const window = this.windows.get(resource) ?? [];
      this.windows.set(resource, window);
      window.push(cached);
      if (window.length > this.size) {
        this.begins.set(resource, window.shift()!.revision);
      }
      for (const listener of [...(this.listeners.get(resource) ?? [])]) {
        listener(cached);
      }
    });
  }

  /** Changes after `revision`, oldest first. Throws 410 when some of them are no longer kept. */
  since(resource: string, revision: number): CachedEvent[] {
    const begin = this.begins.get(resource) ?? 0;
    if (revision < begin) {
      throw apiErrors.expired(
        `too old resource version: ${revision} (${begin})`,
      );
    }
    const window = this.windows.get(resource) ?? [];
    return window.slice(firstAfter(window, revision));
  }

  /** All objects of a resource as they were at `revision`, by namespace and name. Throws 410 as `since` does. */
  listAt(resource: string, revision: number): KubeObject[] {
    const changes = this.since(resource, revision);
    if (changes.length === 0) return this.store.list(resource);
    const key = `${resource}@${revision}`;
    if (this.lastSnapshot?.key === key) return this.lastSnapshot.objects;
    const objects = new Map(
      this.store.list(resource).map(object => [keyOf(object), object]),
    );
    for (const { object, previous } of changes.reverse()) {
      if (previous) objects.set(keyOf(object), previous);
      else objects.delete(keyOf(object));
    }
    const sorted = [...objects]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
    this.lastSnapshot = { key, objects: sorted };
    return sorted;
  }

  /** Changes of one resource from now on. */
  subscribe(
    resource: string,
    listener: (event: CachedEvent) => void,
  ): () => void {
    const listeners = this.listeners.get(resource) ?? new Set();
    this.listeners.set(resource, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Forgets all changes so far: who watches from before now is told 410. */
  compact(): void {
    for (const [resource, window] of this.windows) {
      const last = window.at(-1);
      if (last) this.begins.set(resource, last.revision);
      window.length = 0;
    }
  }
}

function keyOf({ metadata }: KubeObject): string {
  // A byte that sorts before all others, so that order is that of the store.
  return `${metadata.namespace ?? ''}\u0000${metadata.name}`;
}

function firstAfter(window: readonly CachedEvent[], revision: number): number {
  let low = 0;
  let high = window.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (window[middle].revision > revision) high = middle;
    else low = middle + 1;
  }
  return low;
}
