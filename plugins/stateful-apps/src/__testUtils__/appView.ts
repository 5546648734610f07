import { AppView } from '@stateful-apps/backstage-plugin-common';
import { identityView, memberOf } from './identityView';
import { NOW } from './now';

/** A healthy set of some identities; `more` changes parts of it. */
export function appView(
  replicas: number,
  more: Partial<AppView> = {},
): AppView {
  const name = more.ref?.name ?? 'store';
  return {
    ref: { cluster: 'practice', namespace: 'course', name },
    kind: 'other',
    revision: 1,
    asOf: NOW,
    verdict: {
      state: 'healthy',
      reason: 'Healthy',
      sentence: `Healthy. ${replicas} of ${replicas} identities are ready.`,
      evidence: [
        {
          object: `StatefulSet/${name}`,
          field: 'status.readyReplicas',
          value: String(replicas),
        },
      ],
    },
    set: {
      uid: `uid-${name}`,
      replicas,
      readyReplicas: replicas,
      startOrdinal: 0,
      podManagementPolicy: 'OrderedReady',
      updateStrategy: 'RollingUpdate',
      currentRevision: `${name}-7d9c`,
      updateRevision: `${name}-7d9c`,
      service: name,
      serviceHeadless: 'yes',
      budgets: [{ name, disruptionsAllowed: 1 }],
    },
    identities: Array.from({ length: replicas }, (_, ordinal) =>
      identityView(ordinal, name),
    ),
    otherMembers: [],
    leftoverClaims: [],
    settings: [],
    notLive: [],
    entityRefs: [`component:default/${name}`],
    ...more,
  };
}

/** A healthy Consul of some servers; `more` changes parts of it. */
export function consulView(
  servers: number,
  more: Partial<AppView> = {},
): AppView {
  const name = more.ref?.name ?? 'consul';
  const ref = { cluster: 'practice', namespace: 'course', name };
  const needed = Math.floor(servers / 2) + 1;
  const canLose = servers - needed;
  return {
    ...appView(servers, { ref }),
    kind: 'consul',
    verdict: {
      state: 'healthy',
      reason: 'Healthy',
      sentence: `Healthy. Can lose ${canLose} more server${
        canLose === 1 ? '' : 's'
      }.`,
      evidence: [
        {
          object: 'Consul/consul-0',
          field: 'GET /v1/operator/raft/configuration',
          value: `${servers} voters`,
        },
      ],
    },
    quorum: {
      leader: `${name}-0`,
      voters: servers,
      aliveVoters: servers,
      needed,
      canLose,
      sentence: `Can lose ${canLose} more server${canLose === 1 ? '' : 's'}.`,
    },
    identities: Array.from({ length: servers }, (_, ordinal) =>
      identityView(ordinal, name, { member: memberOf(ordinal, servers) }),
    ),
    settings: [
      { name: 'data-dir', value: '/consul/data', source: 'args' },
      { name: 'bootstrap-expect', value: String(servers), source: 'args' },
      { name: 'raft_protocol', value: '3', source: 'default' },
    ],
    ...more,
  };
}
