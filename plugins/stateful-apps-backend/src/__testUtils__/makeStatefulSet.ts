import { StatefulSetFacts } from '@stateful-apps/backstage-plugin-common';

/** Facts of a StatefulSet that runs nothing in particular. */
export function makeStatefulSet(
  changes: Partial<StatefulSetFacts> = {},
): StatefulSetFacts {
  return {
    uid: `uid-of-${changes.name ?? 'consul'}`,
    name: 'consul',
    namespace: 'course',
    resourceVersion: '1',
    generation: 1,
    labels: {},
    annotations: {},
    replicas: 3,
    startOrdinal: 0,
    serviceName: 'consul',
    podManagementPolicy: 'OrderedReady',
    updateStrategy: 'RollingUpdate',
    partition: 0,
    minReadySeconds: 0,
    matchLabels: { app: 'consul' },
    templateLabels: { app: 'consul' },
    claimTemplates: [],
    claimRetention: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    templateVolumes: [],
    templateMounts: [],
    terminationGracePeriodSeconds: 10,
    app: { kind: 'other', settings: [] },
    status: {
      replicas: 3,
      readyReplicas: 3,
      currentReplicas: 3,
      updatedReplicas: 3,
    },
    ...changes,
  };
}
