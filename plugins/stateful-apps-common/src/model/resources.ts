/**
 * The Kubernetes resources that are watched, by their plural names.
 *
 * @public
 */
export type ResourceName =
  | 'statefulsets'
  | 'controllerrevisions'
  | 'pods'
  | 'persistentvolumeclaims'
  | 'persistentvolumes'
  | 'nodes'
  | 'events'
  | 'storageclasses'
  | 'volumeattachments'
  | 'poddisruptionbudgets'
  | 'services'
  | 'endpointslices';

/** Where a resource is served and what its objects are called. @public */
export interface ResourceDefinition {
  name: ResourceName;
  kind: string;
  /** `''` for the core group. */
  group: string;
  version: string;
  namespaced: boolean;
}

/** Every watched resource. @public */
export const RESOURCES: Readonly<Record<ResourceName, ResourceDefinition>> = {
  statefulsets: {
    name: 'statefulsets',
    kind: 'StatefulSet',
    group: 'apps',
    version: 'v1',
    namespaced: true,
  },
  controllerrevisions: {
    name: 'controllerrevisions',
    kind: 'ControllerRevision',
    group: 'apps',
    version: 'v1',
    namespaced: true,
  },
  pods: {
    name: 'pods',
    kind: 'Pod',
    group: '',
    version: 'v1',
    namespaced: true,
  },
  persistentvolumeclaims: {
    name: 'persistentvolumeclaims',
    kind: 'PersistentVolumeClaim',
    group: '',
    version: 'v1',
    namespaced: true,
  },
  persistentvolumes: {
    name: 'persistentvolumes',
    kind: 'PersistentVolume',
    group: '',
    version: 'v1',
    namespaced: false,
  },
  nodes: {
    name: 'nodes',
    kind: 'Node',
    group: '',
    version: 'v1',
    namespaced: false,
  },
  events: {
    name: 'events',
    kind: 'Event',
    group: '',
    version: 'v1',
    namespaced: true,
  },
  storageclasses: {
    name: 'storageclasses',
    kind: 'StorageClass',
    group: 'storage.k8s.io',
    version: 'v1',
    namespaced: false,
  },
  volumeattachments: {
    name: 'volumeattachments',
    kind: 'VolumeAttachment',
    group: 'storage.k8s.io',
    version: 'v1',
    namespaced: false,
  },
  poddisruptionbudgets: {
    name: 'poddisruptionbudgets',
    kind: 'PodDisruptionBudget',
    group: 'policy',
    version: 'v1',
    namespaced: true,
  },
  services: {
    name: 'services',
    kind: 'Service',
    group: '',
    version: 'v1',
    namespaced: true,
  },
  endpointslices: {
    name: 'endpointslices',
    kind: 'EndpointSlice',
    group: 'discovery.k8s.io',
    version: 'v1',
    namespaced: true,
  },
};

/** The names of {@link RESOURCES}, in a stable order. @public */
export const RESOURCE_NAMES = Object.keys(RESOURCES) as ResourceName[];

/**
 * How current the knowledge of one resource in one cluster is.
 *
 * - `loading`: the first list has not ended.
 * - `live`: listed, and the watch is open and proven alive.
 * - `stale`: was live; the watch is lost and is being reopened. The data shown are the last known.
 * - `forbidden`: the credential may not list or watch it.
 * - `failed`: it could never be read.
 *
 * @public
 */
export type FreshnessState =
  | 'loading'
  | 'live'
  | 'stale'
  | 'forbidden'
  | 'failed';

/** @public */
export interface ResourceFreshness {
  resource: ResourceName;
  state: FreshnessState;
  /** Since when it is in this state, ISO 8601. */
  since: string;
  /** Why, and what to do, in one sentence; left out when live. */
  message?: string;
  /** The verb that is missing when forbidden. */
  missingVerb?: 'list' | 'watch';
}
