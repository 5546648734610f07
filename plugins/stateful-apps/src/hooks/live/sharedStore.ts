import { LiveStore, LiveStoreOptions } from './LiveStore';

// The stores' types differ by key; only useLiveStore reads them back, under the key it wrote.
const storesOf = new WeakMap<object, Map<string, unknown>>();

/** The store of a key under one API client; made when nobody reads it yet. */
export function sharedStore<TData, TMessage extends { revision: number }>(
  owner: object,
  key: string,
  options: () => LiveStoreOptions<TData, TMessage>,
): LiveStore<TData, TMessage> {
  let stores = storesOf.get(owner);
  if (!stores) {
    stores = new Map();
    storesOf.set(owner, stores);
  }
  let store = stores.get(key) as LiveStore<TData, TMessage> | undefined;
  if (!store) {
    const remove = () => stores.delete(key);
    store = new LiveStore({ ...options(), onStop: remove });
    stores.set(key, store);
  }
  return store;
}
