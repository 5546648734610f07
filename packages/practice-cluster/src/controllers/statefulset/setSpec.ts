import { KubeObject } from '../../types';

/**
 * A StatefulSet's specification with the API's defaults.
 *
 * @public
 */
export const setSpec = {
  replicas: (set: KubeObject): number => set.spec.replicas ?? 1,
  start: (set: KubeObject): number => set.spec.ordinals?.start ?? 0,
  isParallel: (set: KubeObject): boolean =>
    set.spec.podManagementPolicy === 'Parallel',
  isOnDelete: (set: KubeObject): boolean =>
    set.spec.updateStrategy?.type === 'OnDelete',
  partition: (set: KubeObject): number =>
    set.spec.updateStrategy?.rollingUpdate?.partition ?? 0,
  minReadyMs: (set: KubeObject): number =>
    (set.spec.minReadySeconds ?? 0) * 1000,
  claimTemplates: (set: KubeObject): any[] =>
    set.spec.volumeClaimTemplates ?? [],
  claimName: (set: KubeObject, template: any, ordinal: number): string =>
    `${template.metadata.name}-${set.metadata.name}-${ordinal}`,
  podName: (set: KubeObject, ordinal: number): string =>
    `${set.metadata.name}-${ordinal}`,
};
