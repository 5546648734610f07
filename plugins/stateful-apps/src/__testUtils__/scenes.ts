import { AppView } from '@stateful-apps/backstage-plugin-common';
import { appView, consulView } from './appView';
import { identityView, memberOf } from './identityView';
import { NOW } from './now';

const ref = (name: string) => ({
  cluster: 'practice',
  namespace: 'course',
  name,
});

/** Three servers without volumes, two of which came back empty. */
export function consulQuorumLost(): AppView {
  const empty = {
    name: '/consul/data',
    mountPath: '/consul/data',
    source: 'container',
    survival: 'dies-with-container' as const,
    sentence:
      'No volume covers this path: a restart of the container loses it.',
  };
  const cameBack = (ordinal: number) =>
    identityView(ordinal, 'consul', {
      state: 'needs-person',
      reason: 'CameBackEmpty',
      sentence: `consul-${ordinal} came back empty and cannot join by itself.`,
      dns: {
        name: `consul-${ordinal}.consul.course.svc.cluster.local`,
        resolvable: 'no',
        why: 'The Service consul is not headless, so its pods have no names.',
      },
      volumes: [empty],
      member: {
        ...memberOf(ordinal, 3),
        raft: 'none',
        voter: undefined,
        lastIndex: 0,
        lastTerm: 0,
      },
      replaced: {
        at: '2026-11-22T10:01:51Z',
        fromUid: 'a',
        toUid: 'b',
        claim: 'none',
        nodeId: 'new',
      },
    });
  return consulView(3, {
    verdict: {
      state: 'needs-person',
      reason: 'QuorumLost',
      sentence:
        'Quorum lost. 1 of 3 servers has the data; writes are refused. consul-0 still holds everything up to index 812. consul-1 and consul-2 came back empty and cannot join by themselves. Do not delete or restart consul-0: its data is in the container and would be gone.',
      evidence: [
        {
          object: 'Consul/consul-0',
          field: 'GET /v1/status/leader',
          value: '""',
        },
        {
          object: 'Consul/consul-0',
          field: 'Stats.raft.last_log_index',
          value: '812',
        },
        {
          object: 'Consul/consul-1',
          field: 'Stats.raft.last_log_index',
          value: '0',
        },
        { object: 'Pod/consul-1', field: 'metadata.uid', value: 'b', at: NOW },
      ],
    },
    quorum: {
      voters: 3,
      aliveVoters: 1,
      needed: 2,
      canLose: 0,
      sentence: 'No leader: 1 of 3 voters is alive and 2 are needed.',
    },
    identities: [
      identityView(0, 'consul', {
        volumes: [empty],
        state: 'healing',
        reason: 'NoLeader',
        sentence: 'consul-0 asks for votes and gets none.',
        member: {
          ...memberOf(0, 3),
          raft: 'candidate',
          seenAliveBy: [0, 1, 2],
        },
        dns: {
          name: 'consul-0.consul.course.svc.cluster.local',
          resolvable: 'no',
          why: 'The Service consul is not headless, so its pods have no names.',
        },
      }),
      cameBack(1),
      cameBack(2),
    ],
    otherMembers: [
      {
        name: 'client-7f',
        address: '10.42.1.9:8301',
        role: 'client',
        gossip: 'alive',
        build: '1.22.0',
      },
      {
        name: 'consul-old',
        address: '10.42.1.4:8301',
        role: 'server',
        gossip: 'failed',
        build: '1.21.2',
        raft: 'follower',
        voter: true,
      },
    ],
  });
}

/** Two web servers, one of which waits for its volume; with things that may not be read. */
export function webPartial(): AppView {
  const page = (ordinal: number) => ({
    status: 200,
    title: ordinal === 0 ? 'Fork me' : 'Spoon me',
    sha256: `${ordinal}a4f9c3e5b7d`.padEnd(64, '0'),
    bytes: 1840,
    sibling: 'different' as const,
    probedAt: NOW,
  });
  return appView(2, {
    ref: ref('web'),
    kind: 'web',
    verdict: {
      state: 'healing',
      reason: 'PodPending',
      sentence: 'web-1 waits for its volume; web-0 serves.',
      evidence: [],
    },
    identities: [
      identityView(0, 'web', { page: page(0) }),
      identityView(1, 'web', {
        state: 'healing',
        reason: 'ClaimPending',
        sentence: 'web-1 waits for the claim data-web-1 to be bound.',
        pod: {
          uid: 'uid-web-1',
          phase: 'Pending',
          reason: 'Unschedulable',
          ready: false,
          restarts: 0,
          createdAt: '2026-11-22T10:01:00Z',
          revision: 'only',
          containers: ['nginx'],
        },
        place: undefined,
        volumes: [
          {
            name: 'data',
            mountPath: '/usr/share/nginx/html',
            source: 'persistentVolumeClaim',
            survival: 'unknown',
            sentence: 'The claim is not bound yet.',
            claim: {
              name: 'data-web-1',
              phase: 'Pending',
              why: 'No node has room for it.',
              requestedBytes: 1024 ** 3,
              storageClass: 'local-path',
            },
          },
        ],
      }),
    ],
    notLive: [
      {
        resource: 'persistentvolumes',
        state: 'forbidden',
        missingVerb: 'list',
        since: NOW,
      },
    ],
    usageUnknown: 'the kubelet’s statistics may not be read (nodes/proxy)',
    leftoverClaims: [
      {
        name: 'data-web-2',
        phase: 'Bound',
        actualBytes: 1024 ** 3,
        storageClass: 'local-path',
        pinnedTo: ['node-3'],
      },
    ],
  });
}

/** A set that rolls out, with a missing identity and one that is to be removed. */
export function rollingSeven(): AppView {
  const view = appView(7, { ref: ref('queue') });
  const identities = view.identities.map(identity => ({
    ...identity,
    pod: identity.pod && {
      ...identity.pod,
      revision:
        identity.ordinal > 4 ? ('update' as const) : ('current' as const),
    },
  }));
  identities[4] = {
    ...identities[4],
    state: 'healing',
    reason: 'PodMissing',
    sentence: 'queue-4 is being replaced by the roll-out.',
    pod: undefined,
    place: undefined,
  };
  identities[6] = { ...identities[6], role: 'condemned' };
  return {
    ...view,
    verdict: {
      state: 'healing',
      reason: 'RollingOut',
      sentence: 'Roll-out: 2 of 7 have the new revision; queue-4 is next.',
      evidence: [],
    },
    set: {
      ...view.set,
      readyReplicas: 6,
      updateRevision: 'queue-9f1b',
      rollout: '2 of 7 have the new revision; queue-4 is next.',
      partition: 2,
    },
    identities,
  };
}

/** All recorded states, by the name of their set. */
export function allScenes(): AppView[] {
  return [
    consulQuorumLost(),
    webPartial(),
    rollingSeven(),
    consulView(20, { ref: ref('consul-large') }),
    consulView(3, { ref: ref('consul-persistent') }),
    appView(1, { ref: ref('single'), entityRefs: [] }),
  ];
}
