import {
  EventFacts,
  FactsByResource,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import { isDeepStrictEqual } from 'node:util';
import { StoreEvent } from '../types';
import { compareResourceVersions } from './compareResourceVersions';
import { DefaultClusterStore } from './DefaultClusterStore';
import { isKept } from './isKept';
import { setsTouchedBy } from './setsTouchedBy';

/**
 * Applies one change and answers the uids of the StatefulSets that it
 * concerns. Depends on nothing but the store and the event.
 *
 * Objects are compared by uid: another uid under the same name is another
 * object, the old one is gone. Of two versions of one object the newer stays.
 */
export function applyEvent(
  store: DefaultClusterStore,
  event: StoreEvent,
): ReadonlySet<string> {
  const touched = new Set<string>();
  switch (event.type) {
    case 'upsert':
      upsert(store, event.resource, event.facts, touched);
      break;
    case 'delete':
      remove(store, event.resource, event.uid, touched);
      break;
    case 'retain':
      for (const facts of [...store.all(event.resource)]) {
        if (event.namespace && facts.namespace !== event.namespace) continue;
        if (event.uids.has(facts.uid)) continue;
        remove(store, event.resource, facts.uid, touched);
      }
      break;
    default:
      throw new TypeError(`No such store event: ${JSON.stringify(event)}`);
  }
  return touched;
}

function upsert<R extends ResourceName>(
  store: DefaultClusterStore,
  resource: R,
  facts: FactsByResource[R],
  touched: Set<string>,
): void {
  const before = store.get(resource, facts.uid);
  if (!isKept(resource, facts)) {
    if (before) remove(store, resource, facts.uid, touched);
    return;
  }
  if (before && isOlder(facts, before)) return;
  if (resource === 'events') {
    store.events.add(facts as EventFacts);
    touch(store, resource, facts, touched);
    return;
  }
  const namesake = store.find(resource, facts.name, facts.namespace);
  if (namesake && namesake.uid !== facts.uid) {
    remove(store, resource, namesake.uid, touched);
  }
  const changed = !before || !sameApartFromVersion(before, facts);
  if (before && changed) touch(store, resource, before, touched);
  store.put(resource, facts, before);
  if (changed) touch(store, resource, facts, touched);
}

function remove<R extends ResourceName>(
  store: DefaultClusterStore,
  resource: R,
  uid: string,
  touched: Set<string>,
): void {
  const facts = store.get(resource, uid);
  if (!facts) return;
  touch(store, resource, facts, touched);
  if (resource === 'events') store.events.remove(uid);
  else store.drop(resource, facts);
}

function touch<R extends ResourceName>(
  store: DefaultClusterStore,
  resource: R,
  facts: FactsByResource[R],
  touched: Set<string>,
): void {
  for (const uid of setsTouchedBy(store, resource, facts)) touched.add(uid);
}

function isOlder(
  facts: { resourceVersion: string },
  known: { resourceVersion: string },
): boolean {
  const order = compareResourceVersions(
    facts.resourceVersion,
    known.resourceVersion,
  );
  return order !== undefined && order < 0;
}

/** Nodes are written every few minutes with nothing new in what is kept of them. */
function sameApartFromVersion(
  a: { resourceVersion: string },
  b: { resourceVersion: string },
): boolean {
  return isDeepStrictEqual(
    { ...a, resourceVersion: '' },
    { ...b, resourceVersion: '' },
  );
}
