import { DetectedApp } from './detected';
import { LabelRequirement } from './labels';

/**
 * What is kept of the Kubernetes objects: only the fields that are used, with
 * their Kubernetes names where they have one. Instants are ISO 8601 strings,
 * sizes are bytes. Never here: env values, arguments, Secret data,
 * `managedFields`, `last-applied-configuration`.
 */

/** Fields that every object has. @public */
export interface ObjectFacts {
  uid: string;
  name: string;
  /** Left out for cluster-scoped objects. */
  namespace?: string;
  resourceVersion: string;
  creationTimestamp?: string;
  deletionTimestamp?: string;
}

/** The controller (`ownerReferences[controller=true]`) of an object. @public */
export interface OwnerFacts {
  kind: string;
  name: string;
  uid: string;
}

/** @public */
export interface VolumeMountFacts {
  container: string;
  /** Name of the pod's volume. */
  volume: string;
  mountPath: string;
  subPath?: string;
}

/** One entry of `.spec.volumes` of a pod or a pod template. @public */
export interface PodVolumeFacts {
  name: string;
  /** The key of the volume source as in the API: `persistentVolumeClaim`, `emptyDir`, `hostPath`, `configMap`, `ephemeral`, … */
  source: string;
  /** For `persistentVolumeClaim` and `ephemeral`: the claim's name. */
  claimName?: string;
  /** For `emptyDir`: `Memory` or left out. */
  medium?: string;
  /** For `hostPath`. */
  path?: string;
}

/** @public */
export interface ClaimTemplateFacts {
  name: string;
  storageClassName?: string;
  accessModes: string[];
  requestedBytes?: number;
}

/** @public */
export interface StatefulSetFacts extends ObjectFacts {
  generation: number;
  labels: Readonly<Record<string, string>>;
  /** Our own annotations and those by which Argo CD, Flux and Helm mark what they manage; no others. */
  annotations: Readonly<Record<string, string>>;
  /** `.spec.replicas`, 1 where it is left out. */
  replicas: number;
  /** `.spec.ordinals.start`, 0 where it is left out. */
  startOrdinal: number;
  serviceName: string;
  podManagementPolicy: 'OrderedReady' | 'Parallel';
  updateStrategy: 'RollingUpdate' | 'OnDelete';
  partition: number;
  minReadySeconds: number;
  /** `.spec.selector.matchLabels`. */
  matchLabels: Readonly<Record<string, string>>;
  /** `.spec.selector.matchExpressions`; left out where there are none. */
  matchExpressions?: LabelRequirement[];
  templateLabels: Readonly<Record<string, string>>;
  claimTemplates: ClaimTemplateFacts[];
  claimRetention: {
    whenDeleted: 'Retain' | 'Delete';
    whenScaled: 'Retain' | 'Delete';
  };
  templateVolumes: PodVolumeFacts[];
  templateMounts: VolumeMountFacts[];
  terminationGracePeriodSeconds: number;
  /** What kind of app the pod template runs and how it is set up; read from the whole template before the arguments are dropped. */
  app: DetectedApp;
  status: {
    observedGeneration?: number;
    replicas: number;
    readyReplicas: number;
    currentReplicas: number;
    updatedReplicas: number;
    currentRevision?: string;
    updateRevision?: string;
  };
}

/** @public */
export interface ContainerFacts {
  name: string;
  image: string;
  init: boolean;
  /** `containerStatuses[].containerID`; left out before the container exists. */
  containerId?: string;
  ready: boolean;
  restartCount: number;
  state: 'waiting' | 'running' | 'terminated' | 'unknown';
  /** Reason of `waiting` or `terminated`, for example `CrashLoopBackOff`. */
  reason?: string;
  message?: string;
  exitCode?: number;
  startedAt?: string;
  /** Why it ended the last time. */
  lastTermination?: { reason?: string; exitCode?: number; finishedAt?: string };
}

/** @public */
export interface PodFacts extends ObjectFacts {
  owner?: OwnerFacts;
  labels: Readonly<Record<string, string>>;
  /** `controller-revision-hash`. */
  revision?: string;
  /** From the label `apps.kubernetes.io/pod-index`, else from the name. */
  ordinal?: number;
  nodeName?: string;
  hostname?: string;
  subdomain?: string;
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  /** `.status.reason`, for example `Evicted`. */
  reason?: string;
  message?: string;
  podIP?: string;
  startTime?: string;
  deletionGracePeriodSeconds?: number;
  conditions: Array<{
    type: string;
    status: string;
    reason?: string;
    message?: string;
    lastTransitionTime?: string;
  }>;
  containers: ContainerFacts[];
  volumes: PodVolumeFacts[];
  mounts: VolumeMountFacts[];
}

/** @public */
export interface ClaimFacts extends ObjectFacts {
  labels: Readonly<Record<string, string>>;
  owner?: OwnerFacts;
  phase: 'Pending' | 'Bound' | 'Lost' | 'Unknown';
  storageClassName?: string;
  volumeName?: string;
  accessModes: string[];
  requestedBytes?: number;
  actualBytes?: number;
}

/** @public */
export interface PersistentVolumeFacts extends ObjectFacts {
  phase?: string;
  capacityBytes?: number;
  storageClassName?: string;
  reclaimPolicy?: string;
  claim?: { namespace: string; name: string; uid?: string };
  /** Source key as in the API: `local`, `hostPath`, `csi`, `nfs`, … */
  source: string;
  /** Host names (`kubernetes.io/hostname`) that the node affinity allows; left out where it does not restrict by host. */
  pinnedToNodes?: string[];
  /** Zones (`topology.kubernetes.io/zone`) that the node affinity allows. */
  pinnedToZones?: string[];
}

/** @public */
export interface NodeFacts extends ObjectFacts {
  hostname?: string;
  zone?: string;
  ready: 'True' | 'False' | 'Unknown';
  readySince?: string;
  unschedulable: boolean;
  taints: Array<{ key: string; value?: string; effect: string }>;
}

/** @public */
export interface EventFacts extends ObjectFacts {
  involved: { kind: string; name: string; uid?: string };
  type: string;
  reason: string;
  /** Cut to 1 kB, control characters stripped. */
  message: string;
  count: number;
  firstTimestamp?: string;
  lastTimestamp?: string;
}

/** @public */
export interface ControllerRevisionFacts extends ObjectFacts {
  owner?: OwnerFacts;
  revision: number;
}

/** @public */
export interface StorageClassFacts extends ObjectFacts {
  provisioner: string;
  isDefault: boolean;
  bindingMode: string;
  reclaimPolicy: string;
  allowVolumeExpansion: boolean;
}

/** @public */
export interface VolumeAttachmentFacts extends ObjectFacts {
  nodeName: string;
  persistentVolumeName?: string;
  attached: boolean;
  error?: string;
}

/** @public */
export interface DisruptionBudgetFacts extends ObjectFacts {
  matchLabels: Readonly<Record<string, string>>;
  /** Left out where there are none. */
  matchExpressions?: LabelRequirement[];
  minAvailable?: string;
  maxUnavailable?: string;
  disruptionsAllowed: number;
}

/** @public */
export interface ServiceFacts extends ObjectFacts {
  headless: boolean;
  selector: Readonly<Record<string, string>>;
  publishNotReadyAddresses: boolean;
  ports: Array<{ name?: string; port: number; targetPort?: string }>;
}

/** @public */
export interface EndpointSliceFacts extends ObjectFacts {
  /** `kubernetes.io/service-name`. */
  serviceName?: string;
  endpoints: Array<{
    addresses: string[];
    hostname?: string;
    ready: boolean;
    targetPod?: string;
  }>;
}

/** The facts of each watched resource. @public */
export interface FactsByResource {
  statefulsets: StatefulSetFacts;
  controllerrevisions: ControllerRevisionFacts;
  pods: PodFacts;
  persistentvolumeclaims: ClaimFacts;
  persistentvolumes: PersistentVolumeFacts;
  nodes: NodeFacts;
  events: EventFacts;
  storageclasses: StorageClassFacts;
  volumeattachments: VolumeAttachmentFacts;
  poddisruptionbudgets: DisruptionBudgetFacts;
  services: ServiceFacts;
  endpointslices: EndpointSliceFacts;
}
