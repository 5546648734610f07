import { KubeObject } from '../../types';
import { defaultClaim } from './defaultClaim';
import { defaultPodSpec } from './defaultPodSpec';
import { fillMissing } from './fillMissing';

/** @public */
export function defaultStatefulSet(statefulSet: KubeObject): void {
  statefulSet.spec ??= {};
  const { spec } = statefulSet;
  fillMissing(spec, {
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    revisionHistoryLimit: 10,
    updateStrategy: {},
    persistentVolumeClaimRetentionPolicy: {},
    template: {},
  });
  fillMissing(spec.updateStrategy, { type: 'RollingUpdate' });
  if (spec.updateStrategy.type === 'RollingUpdate') {
    spec.updateStrategy.rollingUpdate ??= {};
    fillMissing(spec.updateStrategy.rollingUpdate, { partition: 0 });
  }
  fillMissing(spec.persistentVolumeClaimRetentionPolicy, {
    whenDeleted: 'Retain',
    whenScaled: 'Retain',
  });
  spec.template.metadata ??= {};
  spec.template.spec ??= {};
  defaultPodSpec(spec.template.spec);
  for (const template of spec.volumeClaimTemplates ?? []) {
    fillMissing(template, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
    defaultClaim(template);
  }
  statefulSet.status ??= {};
  fillMissing(statefulSet.status, { replicas: 0, availableReplicas: 0 });
}
