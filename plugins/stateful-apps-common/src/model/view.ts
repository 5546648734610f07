import { AppKindName, DetectedSetting } from './detected';
import { HealthState, Verdict } from './health';
import { AppRef } from './ref';
import { ResourceFreshness } from './resources';

/**
 * What the API answers: small, without env values or secrets. A field that is
 * not known is left out, and the place where its reason stands is named in the
 * field's comment. Instants are ISO 8601, sizes bytes. A view of three
 * identities is at most 6 kB as JSON.
 */

/** @public */
export interface PodView {
  uid: string;
  phase: string;
  /** The reason that matters most: of a container that waits, else of the pod. */
  reason?: string;
  message?: string;
  ready: boolean;
  restarts: number;
  createdAt?: string;
  /** Set when the pod is being deleted: the instant by which it must be gone. */
  deletionAt?: string;
  ip?: string;
  /** Which of the set's revisions the pod has. */
  revision: 'current' | 'update' | 'only' | 'other';
  containers: string[];
}

/** @public */
export interface PlaceView {
  node: string;
  zone?: string;
  /** Ready condition of the node; left out where nodes may not be read. */
  nodeReady?: 'True' | 'False' | 'Unknown';
}

/** @public */
export interface DnsView {
  name: string;
  resolvable: 'yes' | 'no' | 'unknown';
  /** Why, in one sentence, unless `yes`. */
  why?: string;
}

/** What a volume outlives. @public */
export type Survival =
  | 'survives-pod'
  | 'dies-with-node'
  | 'dies-with-pod'
  | 'dies-with-container'
  | 'not-data'
  | 'unknown';

/** @public */
export interface ClaimView {
  name: string;
  phase: 'Pending' | 'Bound' | 'Lost' | 'Unknown' | 'Missing';
  /** Why it is not bound. */
  why?: string;
  requestedBytes?: number;
  actualBytes?: number;
  storageClass?: string;
  accessModes?: string[];
  reclaimPolicy?: string;
  volume?: string;
  /** Nodes or zones that the bound volume can be used from. */
  pinnedTo?: string[];
  deletionAt?: string;
}

/** @public */
export interface VolumeView {
  /** Name of the pod's volume; for a path without a volume, that path. */
  name: string;
  mountPath?: string;
  /** Volume source as in the API, or `container` for a path that no volume covers. */
  source: string;
  survival: Survival;
  /** One sentence on what a restart, a pod loss and a node loss cost. */
  sentence: string;
  claim?: ClaimView;
  usedBytes?: number;
  capacityBytes?: number;
  inodesUsed?: number;
  inodes?: number;
  /** Whether the app's data directory lies on it; left out where it does not or the directory is not known. */
  holdsData?: boolean;
}

/** @public */
export interface MemberView {
  name: string;
  /** Pod of the set that runs it; left out for members without an identity. */
  pod?: string;
  address?: string;
  nodeId?: string;
  role: 'server' | 'client';
  gossip: 'alive' | 'leaving' | 'left' | 'failed' | 'unknown';
  raft?: 'leader' | 'follower' | 'candidate' | 'none' | 'unknown';
  voter?: boolean;
  lastIndex?: number;
  lastTerm?: number;
  lastContactMs?: number;
  build?: string;
  /** Ordinals of the servers that see this member alive. */
  seenAliveBy?: number[];
  /** Why something about it is not known. */
  error?: string;
  /** When it was last asked. */
  probedAt?: string;
}

/** @public */
export interface PageView {
  status?: number;
  title?: string;
  sha256?: string;
  bytes?: number;
  /** Compared with the other identities; left out where there is nothing to compare with. */
  sibling?: 'same' | 'different';
  /** Ordinals that serve the same content. */
  sameAs?: number[];
  error?: string;
  probedAt?: string;
}

/** @public */
export interface ReplacementView {
  at: string;
  fromUid: string;
  toUid: string;
  claim: 'same' | 'new' | 'none' | 'unknown';
  nodeId: 'same' | 'new' | 'unknown';
}

/** @public */
export interface IdentityView {
  ordinal: number;
  /** Name of the pod, whether it exists or not. */
  name: string;
  state: HealthState;
  /** Machine reason of the state. */
  reason: string;
  /** What this identity is doing, in one sentence. */
  sentence: string;
  /** `condemned`: outside the set's replicas and to be removed. */
  role: 'replica' | 'condemned';
  /** Left out when the identity has no pod. */
  pod?: PodView;
  place?: PlaceView;
  dns: DnsView;
  /** What it waits for in the ordered roll-out. */
  waitsFor?: string;
  volumes: VolumeView[];
  member?: MemberView;
  page?: PageView;
  /** The latest replacement. */
  replaced?: ReplacementView;
}

/** @public */
export interface SetView {
  uid: string;
  replicas: number;
  readyReplicas: number;
  startOrdinal: number;
  podManagementPolicy: string;
  updateStrategy: string;
  partition?: number;
  currentRevision?: string;
  updateRevision?: string;
  /** Roll-out in one sentence; left out when none is under way. */
  rollout?: string;
  service: string;
  /** `unknown` where Services may not be read. */
  serviceHeadless: 'yes' | 'no' | 'missing' | 'unknown';
  /** Names of the budgets that cover its pods, with the disruptions that they allow now. */
  budgets: Array<{ name: string; disruptionsAllowed: number }>;
}

/** Consul's raft as a whole. @public */
export interface QuorumView {
  /** Name of the leader as the servers agree on it; left out when there is none. */
  leader?: string;
  /** Voters of the raft configuration; left out, as the next two, when it is not known. */
  voters?: number;
  aliveVoters?: number;
  /** Voters that must be alive for writes. */
  needed?: number;
  /** How many more servers may be lost before writes stop; left out when not known. */
  canLose?: number;
  /** For example "Can lose 1 more server." */
  sentence: string;
}

/** @public */
export interface AppView {
  ref: AppRef;
  kind: AppKindName;
  /** Grows with each change of this app; `0` never stands. */
  revision: number;
  /** The instant of the data. */
  asOf: string;
  verdict: Verdict;
  set: SetView;
  quorum?: QuorumView;
  identities: IdentityView[];
  /** Members without an identity, as `consul members` lists them. */
  otherMembers: MemberView[];
  /** Claims of ordinals that no longer exist. */
  leftoverClaims: ClaimView[];
  settings: DetectedSetting[];
  /** Resources that are not live, and why; empty when all are. */
  notLive: ResourceFreshness[];
  /** Why members were not asked. */
  probingOff?: string;
  /** Why disk use is not known. */
  usageUnknown?: string;
  /** Entities that the StatefulSet points back at or that claim it. */
  entityRefs: string[];
}

/**
 * One row of the fleet page and of the overview card. How current it is says
 * the list or the message that it comes with. As JSON a healthy app of three
 * servers takes some 170 bytes, and 45 more with an entity.
 *
 * @public
 */
export interface AppSummary {
  /** `cluster/namespace/name`, read by `parseAppId`. */
  id: string;
  kind: AppKindName;
  state: HealthState;
  /** What the app is doing, in one sentence. Left out where there is no more to say than that it is healthy, its identities ready, and what `canLose` says. */
  sentence?: string;
  /** How many more servers may be lost before writes stop; left out where it is not known or there is no quorum. */
  canLose?: number;
  /** Worst survival of the volumes that hold data. */
  storage: Survival;
  /** State of each identity, a letter each, read by `decodeIdentityStates`. */
  identities: string;
  /** Entities that the StatefulSet points back at or that claim it; left out when there are none. */
  entityRefs?: string[];
  /** When the state last changed, in whole seconds; left out while it has not been seen to change. */
  changedAt?: string;
}

/** What is known of one cluster. @public */
export interface ClusterStatusView {
  name: string;
  title?: string;
  state: 'live' | 'partial' | 'stale' | 'failed' | 'loading';
  /** Why, and what to do next, unless live. */
  message?: string;
  notLive: ResourceFreshness[];
}

/** Answer of `GET /apps`. @public */
export interface AppListView {
  items: AppSummary[];
  /** How many apps match in all, over all pages. */
  total: number;
  /** Number of apps by state, over all that the caller may read and that match the filters but the one on state. */
  counts: Record<HealthState, number>;
  clusters: ClusterStatusView[];
  /** Ask again with `cursor=` for the next page; left out on the last. */
  nextCursor?: string;
  /** Revision of the whole fleet. */
  revision: number;
  asOf: string;
  /** What keeps the list from being whole, one sentence each with the next step: clusters that cannot be listed at all and, with `entityRef=`, annotations of the entity that cannot be read. Left out when nothing does. */
  problems?: string[];
}

/** An entry of `GET /apps/{cluster}/{namespace}/{name}/history`. @public */
export interface HistoryView {
  items: Array<{ ordinal: number } & ReplacementView>;
}

/**
 * Messages of the event stream of one app. Each carries the revision by which
 * to resume (`?after=`).
 *
 * @public
 */
export type AppStreamMessage =
  | { type: 'view'; revision: number; view: AppView }
  | { type: 'heartbeat'; revision: number; asOf: string }
  | { type: 'gone'; revision: number; reason: string }
  | { type: 'error'; revision: number; message: string };

/**
 * Messages of `GET /events`, the stream of the fleet. A client asks for the
 * list first and then for what came after its revision (`?after=`).
 *
 * - `changes`: rows that are new or changed, and apps that are gone or may no
 *   longer be read. `clusters` is there when the status of one of them changed,
 *   and then has all of them; with it `problems` as in {@link AppListView},
 *   left out when there are none.
 * - `resync`: the changes since `after` are no longer known, or the client may
 *   see more than before: ask for the list again.
 *
 * @public
 */
export type FleetStreamMessage =
  | {
      type: 'changes';
      revision: number;
      asOf: string;
      changed: AppSummary[];
      removed: AppRef[];
      clusters?: ClusterStatusView[];
      problems?: string[];
    }
  | { type: 'heartbeat'; revision: number; asOf: string }
  | { type: 'resync'; revision: number; reason: string }
  | { type: 'error'; revision: number; message: string };
