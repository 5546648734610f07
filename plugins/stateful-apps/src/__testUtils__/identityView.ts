import { IdentityView } from '@stateful-apps/backstage-plugin-common';
import { NOW } from './now';

/** A healthy identity of a set without an app of its own; `more` changes parts of it. */
export function identityView(
  ordinal: number,
  setName: string,
  more: Partial<IdentityView> = {},
): IdentityView {
  const name = `${setName}-${ordinal}`;
  return {
    ordinal,
    name,
    state: 'healthy',
    reason: 'Running',
    sentence: `${name} runs and is ready.`,
    role: 'replica',
    pod: {
      uid: `uid-${name}`,
      phase: 'Running',
      ready: true,
      restarts: 0,
      createdAt: '2026-11-22T07:00:00Z',
      ip: `10.42.0.${10 + ordinal}`,
      revision: 'only',
      containers: [setName],
    },
    place: {
      node: `node-${(ordinal % 3) + 1}`,
      zone: 'abc'[ordinal % 3],
      nodeReady: 'True',
    },
    dns: {
      name: `${name}.${setName}.course.svc.cluster.local`,
      resolvable: 'yes',
    },
    volumes: [
      {
        name: 'data',
        mountPath: '/data',
        source: 'persistentVolumeClaim',
        survival: 'survives-pod',
        sentence: 'A new pod of this identity gets the same volume.',
        claim: {
          name: `data-${name}`,
          phase: 'Bound',
          requestedBytes: 1024 ** 3,
          actualBytes: 1024 ** 3,
          storageClass: 'local-path',
          accessModes: ['ReadWriteOnce'],
          reclaimPolicy: 'Delete',
          volume: `pvc-${name}`,
          pinnedTo: [`node-${(ordinal % 3) + 1}`],
        },
        usedBytes: 310 * 1024 ** 2,
        capacityBytes: 1024 ** 3,
      },
    ],
    ...more,
  };
}

/** The member of a healthy Consul server. */
export function memberOf(
  ordinal: number,
  servers: number,
): NonNullable<IdentityView['member']> {
  return {
    name: `consul-${ordinal}`,
    pod: `consul-${ordinal}`,
    address: `10.42.0.${10 + ordinal}:8301`,
    nodeId: `${String(ordinal).padStart(8, '0')}-8f5e-4c7c-9a53-0b1c2d3e4f50`,
    role: 'server',
    gossip: 'alive',
    raft: ordinal === 0 ? 'leader' : 'follower',
    voter: true,
    lastIndex: 812,
    lastTerm: 9,
    lastContactMs: ordinal === 0 ? 0 : 34,
    build: '1.22.0',
    seenAliveBy: Array.from({ length: servers }, (_, index) => index),
    probedAt: NOW,
  };
}
