import {
  ClaimFacts,
  ControllerRevisionFacts,
  DisruptionBudgetFacts,
  EndpointSliceFacts,
  EventFacts,
  FactsByResource,
  PodFacts,
  ResourceFreshness,
  ResourceName,
  StatefulSetFacts,
  VolumeAttachmentFacts,
} from '@stateful-apps/backstage-plugin-common';
import {
  GatewayCluster,
  GatewayError,
} from '@stateful-apps/backstage-plugin-node';

/** A number in [0, 1), as `Math.random` gives it. */
export type Random = () => number;

/**
 * Makes facts of one raw object. `undefined`, or an error thrown, says that
 * the object cannot be read; it is counted and left out.
 */
export type Project = <R extends ResourceName>(
  resource: R,
  raw: unknown,
) => FactsByResource[R] | undefined;

/**
 * What is known of one cluster's objects. Facts that come out are shared: do
 * not write to them.
 *
 * Of pods only those are kept that a StatefulSet controls or nobody does; of
 * events only those about StatefulSets, pods and claims, at most 200 per
 * object.
 */
export interface ClusterStore {
  get<R extends ResourceName>(
    resource: R,
    uid: string,
  ): FactsByResource[R] | undefined;
  /** By name; `namespace` is left out for cluster-scoped resources. */
  find<R extends ResourceName>(
    resource: R,
    name: string,
    namespace?: string,
  ): FactsByResource[R] | undefined;
  all<R extends ResourceName>(resource: R): Iterable<FactsByResource[R]>;
  count(resource: ResourceName): number;
  /** Pods that the StatefulSet controls, also terminating ones. */
  podsOf(statefulSetUid: string): PodFacts[];
  podsWithoutOwner(namespace: string): PodFacts[];
  revisionsOf(statefulSetUid: string): ControllerRevisionFacts[];
  /** Claims that carry the names the set's claim templates give, of any ordinal. */
  claimsNamedAfter(
    set: Pick<StatefulSetFacts, 'namespace' | 'name' | 'claimTemplates'>,
  ): ClaimFacts[];
  attachmentsOf(persistentVolumeName: string): VolumeAttachmentFacts[];
  budgetsIn(namespace: string): DisruptionBudgetFacts[];
  slicesOf(namespace: string, serviceName: string): EndpointSliceFacts[];
  /** Events about the object with this uid, newest last. */
  eventsOf(involvedUid: string): EventFacts[];
  /** Events about every object that ever had this name, newest last. */
  eventsAbout(kind: string, namespace: string, name: string): EventFacts[];
}

/** One change to a store. */
export type StoreEvent =
  | { [R in ResourceName]: UpsertEvent<R> }[ResourceName]
  | { type: 'delete'; resource: ResourceName; uid: string }
  /** A list ended: what it did not name is gone. With `namespace`, in that namespace only. */
  | {
      type: 'retain';
      resource: ResourceName;
      uids: ReadonlySet<string>;
      namespace?: string;
    };

export interface UpsertEvent<R extends ResourceName> {
  type: 'upsert';
  resource: R;
  facts: FactsByResource[R];
}

/** What the watching of one resource has met, for metrics and tests. */
export interface WatchCounters {
  lists: number;
  watches: number;
  /** Objects that could not be projected. */
  skippedObjects: number;
  /** Lines of watch streams that could not be read. */
  skippedLines: number;
  /** Answers that were older than what is known. */
  backwards: number;
  /** Watches given up because nothing came. */
  stalls: number;
  failures: number;
}

/** Watches every resource of one cluster. */
export interface ClusterWatcher {
  readonly cluster: string;
  readonly store: ClusterStore;
  /** One entry for every resource. */
  freshness(): ResourceFreshness[];
  counters(resource: ResourceName): Readonly<WatchCounters>;
  /** Ends all watches; resolves when nothing is open. */
  stop(): Promise<void>;
}

export type ClusterChange =
  /** Objects changed. `touched` has the uids of the StatefulSets concerned, known or not (deleted, not yet listed). */
  | { type: 'objects'; cluster: string; touched: ReadonlySet<string> }
  /** The state of at least one resource changed. */
  | { type: 'freshness'; cluster: string }
  /** Clusters came, went, or changed their readability. */
  | { type: 'clusters' };

/** A cluster of the gateway's list. */
export interface WatchedCluster {
  cluster: GatewayCluster;
  /** Left out while the cluster cannot be read. */
  watcher?: ClusterWatcher;
}

/** Watches every cluster that the gateway lists; lists them again each minute. */
export interface FleetWatcher {
  clusters(): ReadonlyMap<string, WatchedCluster>;
  /** Why the clusters cannot be listed now; the last known stay. */
  problem(): GatewayError | undefined;
  /** Whether the clusters have been listed once. */
  listed(): boolean;
  subscribe(listener: (change: ClusterChange) => void): () => void;
  stop(): Promise<void>;
}
