import { AppView, HealthState } from '@stateful-apps/backstage-plugin-common';

/** A view of an app with one identity. */
export function makeView(
  changes: Partial<AppView> & { name?: string; state?: HealthState } = {},
): AppView {
  const { name = 'consul', state = 'healthy', ...rest } = changes;
  return {
    ref: { cluster: 'one', namespace: 'course', name },
    kind: 'other',
    revision: 1,
    asOf: '2026-11-22T10:00:00.000Z',
    verdict: {
      state,
      reason: state === 'healthy' ? 'Healthy' : 'NotReady',
      sentence: 'How it is.',
      evidence: [],
    },
    set: {
      uid: `uid-of-${name}`,
      replicas: 1,
      readyReplicas: 1,
      startOrdinal: 0,
      podManagementPolicy: 'OrderedReady',
      updateStrategy: 'RollingUpdate',
      service: name,
      serviceHeadless: 'yes',
      budgets: [],
    },
    identities: [
      {
        ordinal: 0,
        name: `${name}-0`,
        state,
        reason: 'Ready',
        sentence: 'Runs.',
        role: 'replica',
        dns: { name: `${name}-0.${name}`, resolvable: 'yes' },
        volumes: [],
      },
    ],
    otherMembers: [],
    leftoverClaims: [],
    settings: [],
    notLive: [],
    entityRefs: [],
    ...rest,
  };
}
