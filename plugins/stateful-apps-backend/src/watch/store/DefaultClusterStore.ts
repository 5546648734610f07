import {
  ClaimFacts,
  FactsByResource,
  PodFacts,
  RESOURCE_NAMES,
  ResourceName,
  StatefulSetFacts,
} from '@stateful-apps/backstage-plugin-common';
import { ClusterStore } from '../types';
import { EventLog } from './EventLog';
import { objectKey } from './objectKey';
import { StoreIndexes } from './StoreIndexes';

type Facts = FactsByResource[ResourceName];

/** Holds facts and nothing else; `applyEvent` decides what goes in and out. */
export class DefaultClusterStore implements ClusterStore {
  readonly indexes = new StoreIndexes();
  readonly events = new EventLog();
  readonly #byUid = new Map<ResourceName, Map<string, Facts>>();
  readonly #byName = new Map<ResourceName, Map<string, Facts>>();

  constructor() {
    for (const resource of RESOURCE_NAMES) {
      this.#byUid.set(resource, new Map());
      this.#byName.set(resource, new Map());
    }
  }

  get<R extends ResourceName>(
    resource: R,
    uid: string,
  ): FactsByResource[R] | undefined {
    return resource === 'events'
      ? (this.events.get(uid) as FactsByResource[R] | undefined)
      : (this.#objects(resource).get(uid) as FactsByResource[R] | undefined);
  }

  find<R extends ResourceName>(
    resource: R,
    name: string,
    namespace?: string,
  ): FactsByResource[R] | undefined {
    return this.#names(resource).get(objectKey(namespace, name)) as
      | FactsByResource[R]
      | undefined;
  }

  all<R extends ResourceName>(resource: R): Iterable<FactsByResource[R]> {
    return (
      resource === 'events'
        ? this.events.all()
        : this.#objects(resource).values()
    ) as Iterable<FactsByResource[R]>;
  }

  count(resource: ResourceName): number {
    return resource === 'events'
      ? this.events.size
      : this.#objects(resource).size;
  }

  podsOf(statefulSetUid: string): PodFacts[] {
    return this.indexes.podsByOwner.get(statefulSetUid);
  }

  podsWithoutOwner(namespace: string): PodFacts[] {
    return this.indexes.podsWithoutOwner.get(namespace);
  }

  revisionsOf(statefulSetUid: string) {
    return this.indexes.revisionsByOwner.get(statefulSetUid);
  }

  claimsNamedAfter(
    set: Pick<StatefulSetFacts, 'namespace' | 'name' | 'claimTemplates'>,
  ): ClaimFacts[] {
    return set.claimTemplates.flatMap(template =>
      this.indexes.claimsByStem.get(
        objectKey(set.namespace, `${template.name}-${set.name}`),
      ),
    );
  }

  attachmentsOf(persistentVolumeName: string) {
    return this.indexes.attachmentsByVolume.get(persistentVolumeName);
  }

  budgetsIn(namespace: string) {
    return this.indexes.budgetsByNamespace.get(namespace);
  }

  slicesOf(namespace: string, serviceName: string) {
    return this.indexes.slicesByService.get(objectKey(namespace, serviceName));
  }

  eventsOf(involvedUid: string) {
    return this.events.of(involvedUid);
  }

  eventsAbout(kind: string, namespace: string, name: string) {
    return this.events.about(kind, namespace, name);
  }

  /** Puts facts in the place of `before`, which must be what the store has of this uid. */
  put(resource: ResourceName, facts: Facts, before: Facts | undefined): void {
    if (before) this.drop(resource, before);
    this.#objects(resource).set(facts.uid, facts);
    this.#names(resource).set(objectKey(facts.namespace, facts.name), facts);
    for (const index of this.indexes.of(resource)) index.add(facts);
  }

  drop(resource: ResourceName, facts: Facts): void {
    this.#objects(resource).delete(facts.uid);
    this.#names(resource).delete(objectKey(facts.namespace, facts.name));
    for (const index of this.indexes.of(resource)) index.remove(facts);
  }

  #objects(resource: ResourceName): Map<string, Facts> {
    return this.#byUid.get(resource)!;
  }

  #names(resource: ResourceName): Map<string, Facts> {
    return this.#byName.get(resource)!;
  }
}
