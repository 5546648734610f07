import { KubeObject } from '../../types';
import { defaultClaim } from './defaultClaim';
import { defaultPod } from './defaultPod';
import { defaultService } from './defaultService';
import { defaultStatefulSet } from './defaultStatefulSet';
import { fillMissing } from './fillMissing';

const DEFAULTS = new Map<string, (object: KubeObject) => void>([
  ['pods', defaultPod],
  ['statefulsets', defaultStatefulSet],
  ['services', defaultService],
  ['persistentvolumeclaims', defaultClaim],
  ['persistentvolumes', defaultVolume],
  ['storageclasses', defaultStorageClass],
  ['namespaces', defaultNamespace],
  ['secrets', secret => fillMissing(secret, { type: 'Opaque' })],
  ['rolebindings', defaultBinding],
  ['clusterrolebindings', defaultBinding],
]);

/**
 * Fills in what the API fills in. Done twice it changes nothing.
 *
 * @public
 */
export function applyDefaults(resource: string, object: KubeObject): void {
  DEFAULTS.get(resource)?.(object);
}

function defaultVolume(volume: KubeObject) {
  volume.spec ??= {};
  fillMissing(volume.spec, {
    persistentVolumeReclaimPolicy: 'Retain',
    volumeMode: 'Filesystem',
  });
  volume.status ??= {};
  fillMissing(volume.status, { phase: 'Pending' });
}

function defaultStorageClass(storageClass: KubeObject) {
  fillMissing(storageClass, {
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
  });
}

function defaultNamespace(namespace: KubeObject) {
  namespace.metadata.labels = {
    ...namespace.metadata.labels,
    'kubernetes.io/metadata.name': namespace.metadata.name,
  };
  namespace.spec ??= {};
  fillMissing(namespace.spec, { finalizers: ['kubernetes'] });
  namespace.status ??= {};
  fillMissing(namespace.status, { phase: 'Active' });
}

function defaultBinding(binding: KubeObject) {
  if (binding.roleRef) {
    fillMissing(binding.roleRef, { apiGroup: 'rbac.authorization.k8s.io' });
  }
  for (const subject of binding.subjects ?? []) {
    fillMissing(
      subject,
      subject.kind === 'ServiceAccount'
        ? { namespace: binding.metadata.namespace }
        : { apiGroup: 'rbac.authorization.k8s.io' },
    );
  }
}
