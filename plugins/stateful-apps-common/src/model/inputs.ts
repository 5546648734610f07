import {
  ClaimFacts,
  ControllerRevisionFacts,
  DisruptionBudgetFacts,
  EndpointSliceFacts,
  EventFacts,
  NodeFacts,
  PersistentVolumeFacts,
  PodFacts,
  ServiceFacts,
  StatefulSetFacts,
  StorageClassFacts,
  VolumeAttachmentFacts,
} from './facts';
import { MemberProbe } from './probe';
import { AppRef } from './ref';
import { ResourceFreshness } from './resources';

/** Disk use of one volume of one pod, from the kubelet. @public */
export interface VolumeUsageFacts {
  podUid: string;
  /** Name of the pod's volume. */
  volume: string;
  at: string;
  usedBytes: number;
  capacityBytes: number;
  inodesUsed?: number;
  inodes?: number;
}

/**
 * One change of what stands behind an identity: a pod gave way to another.
 *
 * @public
 */
export interface IdentityChange {
  ordinal: number;
  /** When the new pod was first seen, ISO 8601. */
  at: string;
  from: IdentityIncarnation;
  to: IdentityIncarnation;
}

/** @public */
export interface IdentityIncarnation {
  podUid: string;
  nodeName?: string;
  /** Claim uids by the name of the pod's volume. */
  claimUids: Readonly<Record<string, string>>;
  /** Consul node id, once a probe told it. */
  nodeId?: string;
}

/**
 * Everything that one assessment may look at. Gathered in one place
 * (`gatherInputs`), decided in another (`assessApp`).
 *
 * @public
 */
export interface AppInputs {
  ref: AppRef;
  /** The instant of the assessment, ISO 8601. */
  now: string;
  statefulSet: StatefulSetFacts;
  /** Pods that the set controls, also terminating ones, and pods in its namespace that match its selector without an owner. */
  pods: PodFacts[];
  /** Claims in the set's namespace that its pods use or that carry the names its claim templates give. */
  claims: ClaimFacts[];
  /** Persistent volumes that those claims are bound to. */
  persistentVolumes: PersistentVolumeFacts[];
  nodes: NodeFacts[];
  storageClasses: StorageClassFacts[];
  volumeAttachments: VolumeAttachmentFacts[];
  controllerRevisions: ControllerRevisionFacts[];
  disruptionBudgets: DisruptionBudgetFacts[];
  /** The governing Service, if it exists and may be read. */
  service?: ServiceFacts;
  /** Endpoint slices of the governing Service. */
  endpointSlices: EndpointSliceFacts[];
  /** Events of the set, its pods and its claims, newest last, at most 200. */
  events: EventFacts[];
  freshness: ResourceFreshness[];
  /** The newest probe of each pod, by pod uid. */
  probes: ReadonlyMap<string, MemberProbe>;
  /** Why members are not probed at all, where they are not. */
  probingOff?: string;
  usage: VolumeUsageFacts[];
  /** Why disk use is not known, where it is not. */
  usageUnknown?: string;
  history: IdentityChange[];
  entityRefs: string[];
}
