import { ResourceDefinition } from './ResourceDefinition';

function core(
  name: string,
  kind: string,
  rest: Partial<ResourceDefinition> = {},
): ResourceDefinition {
  return inGroup('', name, kind, rest);
}

function inGroup(
  group: string,
  name: string,
  kind: string,
  rest: Partial<ResourceDefinition> = {},
): ResourceDefinition {
  return {
    name,
    kind,
    group,
    singular: kind.toLowerCase(),
    version: 'v1',
    namespaced: true,
    ...rest,
  };
}

const CLUSTER_SCOPED = { namespaced: false };
const RBAC = 'rbac.authorization.k8s.io';

/**
 * Every resource whose objects are stored, in the order of discovery.
 *
 * @public
 */
export const RESOURCE_DEFINITIONS: readonly ResourceDefinition[] = [
  core('configmaps', 'ConfigMap', { shortNames: ['cm'] }),
  core('endpoints', 'Endpoints', { shortNames: ['ep'], singular: 'endpoints' }),
  core('events', 'Event', { shortNames: ['ev'] }),
  core('namespaces', 'Namespace', {
    ...CLUSTER_SCOPED,
    shortNames: ['ns'],
    subresources: ['finalize', 'status'],
  }),
  core('nodes', 'Node', {
    ...CLUSTER_SCOPED,
    shortNames: ['no'],
    subresources: ['proxy', 'status'],
  }),
  core('persistentvolumeclaims', 'PersistentVolumeClaim', {
    shortNames: ['pvc'],
    subresources: ['status'],
  }),
  core('persistentvolumes', 'PersistentVolume', {
    ...CLUSTER_SCOPED,
    shortNames: ['pv'],
    subresources: ['status'],
  }),
  core('pods', 'Pod', {
    shortNames: ['po'],
    categories: ['all'],
    subresources: ['exec', 'log', 'proxy', 'status'],
    hasGeneration: true,
  }),
  core('secrets', 'Secret'),
  core('serviceaccounts', 'ServiceAccount', { shortNames: ['sa'] }),
  core('services', 'Service', {
    shortNames: ['svc'],
    categories: ['all'],
    subresources: ['status'],
  }),
  inGroup('apps', 'controllerrevisions', 'ControllerRevision'),
  inGroup('apps', 'statefulsets', 'StatefulSet', {
    shortNames: ['sts'],
    categories: ['all'],
    subresources: ['scale', 'status'],
    hasGeneration: true,
  }),
  inGroup('coordination.k8s.io', 'leases', 'Lease'),
  inGroup('discovery.k8s.io', 'endpointslices', 'EndpointSlice', {
    hasGeneration: true,
  }),
  inGroup('policy', 'poddisruptionbudgets', 'PodDisruptionBudget', {
    shortNames: ['pdb'],
    subresources: ['status'],
    hasGeneration: true,
  }),
  inGroup(RBAC, 'clusterrolebindings', 'ClusterRoleBinding', CLUSTER_SCOPED),
  inGroup(RBAC, 'clusterroles', 'ClusterRole', CLUSTER_SCOPED),
  inGroup(RBAC, 'rolebindings', 'RoleBinding'),
  inGroup(RBAC, 'roles', 'Role'),
  inGroup('storage.k8s.io', 'storageclasses', 'StorageClass', {
    ...CLUSTER_SCOPED,
    shortNames: ['sc'],
  }),
  inGroup('storage.k8s.io', 'volumeattachments', 'VolumeAttachment', {
    ...CLUSTER_SCOPED,
    subresources: ['status'],
  }),
];
