import { isEqualJson } from './isEqualJson';
import { Clock, KubeObject, ObjectStore, Random, StoreEvent } from '../types';
import { admitNewObject } from './admitNewObject';
import { apiErrors } from './apiErrors';
import { checkPreconditions, Preconditions } from './checkPreconditions';
import { deepFreeze } from './deepFreeze';
import { applyDefaults } from './defaults/applyDefaults';
import { formatTime } from './formatTime';
import { GarbageCollector } from './GarbageCollector';
import { generateName } from './generateName';
import { NamespaceLifecycle } from './NamespaceLifecycle';
import {
  DeletionOptions,
  isDeletionComplete,
  planDeletion,
} from './planDeletion';
import { resourceByName } from './resourceByName';

type Listener = (event: StoreEvent, resource: string) => void;

/**
 * All objects of the cluster, in memory. One counter gives the resource
 * versions of all resources, as etcd's revision does. Dependents of what is
 * deleted, and the contents of a deleted namespace, go as the clock goes on.
 *
 * @public
 */
export class DefaultObjectStore implements ObjectStore {
  /** Resource, then namespace (`''` for cluster-scoped objects), then name. */
  private readonly objects = new Map<
    string,
    Map<string, Map<string, KubeObject>>
  >();
  private readonly listeners = new Set<Listener>();
  private readonly undelivered: Array<[StoreEvent, string]> = [];
  private delivering = false;
  private revision = 1;

  static create(clock: Clock, random: Random): DefaultObjectStore {
    const store = new DefaultObjectStore(clock, random);
    GarbageCollector.start(store, clock);
    NamespaceLifecycle.start(store, clock);
    return store;
  }

  private constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  get resourceVersion(): string {
    return String(this.revision);
  }

  get(resource: string, namespace: string | undefined, name: string) {
    return this.namesOf(resource, namespace)?.get(name);
  }

  list(resource: string, namespace?: string): KubeObject[] {
    const definition = resourceByName(resource);
    const byNamespace = this.objects.get(resource);
    if (!byNamespace) return [];
    if (namespace !== undefined && definition.namespaced) {
      return sortedValues(byNamespace.get(namespace) ?? new Map());
    }
    return sortedValues(byNamespace).flatMap(sortedValues);
  }

  create(resource: string, object: Partial<KubeObject>): KubeObject {
    const definition = resourceByName(resource);
    const draft = copyJson(object) as KubeObject;
    const given = draft.metadata ?? {};
    const name = given.name || generateName(given.generateName, this.random);
    const namespace = definition.namespaced
      ? given.namespace || 'default'
      : undefined;
    if (this.get(resource, namespace, name)) {
      throw apiErrors.alreadyExists(definition, name);
    }
    draft.apiVersion = definition.group
      ? `${definition.group}/${definition.version}`
      : definition.version;
    draft.kind = definition.kind;
    draft.metadata = {
      ...given,
      name,
      ...(namespace ? { namespace } : {}),
      uid: this.random.uuid(),
      creationTimestamp: formatTime(this.clock.now()),
      ...(definition.hasGeneration ? { generation: 1 } : {}),
    };
    delete draft.metadata.deletionTimestamp;
    delete draft.metadata.deletionGracePeriodSeconds;
    applyDefaults(resource, draft);
    admitNewObject(this, this.random, resource, draft);
    return this.commit(resource, 'ADDED', draft);
  }

  update(
    resource: string,
    namespace: string | undefined,
    name: string,
    change: (draft: KubeObject) => void,
    expect: Preconditions = {},
  ): KubeObject {
    const current = this.expectObject(resource, namespace, name);
    checkPreconditions(resource, current, expect, 'update');
    const draft = structuredClone(current);
    change(draft);
    const next = copyJson(draft);
    next.apiVersion = current.apiVersion;
    next.kind = current.kind;
    next.metadata = keepSystemFields(next, current);
    applyDefaults(resource, next);
    if (isEqualJson(next, current)) return current;
    if (
      resourceByName(resource).hasGeneration &&
      !isEqualJson(next.spec, current.spec)
    ) {
      next.metadata.generation = (current.metadata.generation ?? 0) + 1;
    }
    if (isDeletionComplete(resource, next)) {
      return this.take(resource, next, current);
    }
    return this.commit(resource, 'MODIFIED', next, current);
  }

  delete(
    resource: string,
    namespace: string | undefined,
    name: string,
    options: DeletionOptions & { preconditions?: Preconditions } = {},
  ): KubeObject {
    const current = this.expectObject(resource, namespace, name);
    checkPreconditions(
      resource,
      current,
      options.preconditions ?? {},
      'delete',
    );
    const plan = planDeletion(resource, current, options);
    if (plan.immediate) return this.take(resource, current);

    const next = structuredClone(current);
    const { metadata } = next;
    if (plan.finalizers.length > 0) metadata.finalizers = plan.finalizers;
    // A second request may shorten the time that is left, never lengthen it.
    const shorter =
      plan.graceSeconds < (metadata.deletionGracePeriodSeconds ?? Infinity);
    if (metadata.deletionTimestamp === undefined || shorter) {
      metadata.deletionTimestamp = formatTime(
        this.clock.now() + plan.graceSeconds * 1000,
      );
      metadata.deletionGracePeriodSeconds = plan.graceSeconds;
      if (metadata.generation !== undefined) metadata.generation += 1;
    }
    if (resource === 'namespaces') {
      next.status = { ...next.status, phase: 'Terminating' };
    }
    if (isEqualJson(next, current)) return current;
    return this.commit(resource, 'MODIFIED', next, current);
  }

  remove(
    resource: string,
    namespace: string | undefined,
    name: string,
    expect: { uid?: string } = {},
  ): void {
    const current = this.expectObject(resource, namespace, name);
    checkPreconditions(resource, current, expect, 'delete');
    if ((current.metadata.finalizers ?? []).length === 0) {
      this.take(resource, current);
      return;
    }
    const next = structuredClone(current);
    next.metadata.deletionTimestamp ??= formatTime(this.clock.now());
    next.metadata.deletionGracePeriodSeconds = 0;
    this.commit(resource, 'MODIFIED', next, current);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private expectObject(
    resource: string,
    namespace: string | undefined,
    name: string,
  ): KubeObject {
    const current = this.get(resource, namespace, name);
    if (!current) throw apiErrors.notFound(resourceByName(resource), name);
    return current;
  }

  private commit(
    resource: string,
    type: 'ADDED' | 'MODIFIED',
    object: KubeObject,
    previous?: KubeObject,
  ): KubeObject {
    this.revision += 1;
    object.metadata.resourceVersion = String(this.revision);
    const frozen = deepFreeze(object);
    const { namespace = '', name } = frozen.metadata;
    let byNamespace = this.objects.get(resource);
    if (!byNamespace) this.objects.set(resource, (byNamespace = new Map()));
    let byName = byNamespace.get(namespace);
    if (!byName) byNamespace.set(namespace, (byName = new Map()));
    byName.set(name, frozen);
    this.deliver({ type, object: frozen, previous }, resource);
    return frozen;
  }

  private take(
    resource: string,
    last: KubeObject,
    previous: KubeObject = last,
  ): KubeObject {
    const { namespace, name } = last.metadata;
    this.namesOf(resource, namespace)?.delete(name);
    this.revision += 1;
    const object = structuredClone(last);
    object.metadata.resourceVersion = String(this.revision);
    deepFreeze(object);
    this.deliver({ type: 'DELETED', object, previous }, resource);
    return object;
  }

  /** A change made by a listener waits until all have seen the one before it. */
  private deliver(event: StoreEvent, resource: string) {
    this.undelivered.push([event, resource]);
    if (this.delivering) return;
    this.delivering = true;
    try {
      let next = this.undelivered.shift();
      while (next) {
        for (const listener of [...this.listeners]) listener(...next);
        next = this.undelivered.shift();
      }
    } finally {
      this.delivering = false;
    }
  }

  private namesOf(resource: string, namespace: string | undefined) {
    const { namespaced } = resourceByName(resource);
    const key = namespaced ? namespace ?? 'default' : '';
    return this.objects.get(resource)?.get(key);
  }
}

/** A copy that shares nothing with its original and has no `undefined` fields. */
function copyJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

/** Fields that no writer may change. */
function keepSystemFields(next: KubeObject, current: KubeObject) {
  const kept = current.metadata;
  const metadata = { ...next.metadata };
  for (const field of [
    'name',
    'generateName',
    'namespace',
    'uid',
    'resourceVersion',
    'generation',
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
  ]) {
    if (kept[field] === undefined) delete metadata[field];
    else metadata[field] = kept[field];
  }
  return metadata;
}

function sortedValues<T>(map: Map<string, T>): T[] {
  return [...map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value);
}
