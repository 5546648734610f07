import { RawObject } from './FakeGateway';

const CREATED = '2026-11-22T09:00:00Z';

/** A StatefulSet of nginx, or of Consul, in namespace `course`. */
export function rawStatefulSet(
  name: string,
  options: {
    replicas?: number;
    image?: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  } = {},
): RawObject {
  const { replicas = 1, image = 'busybox', namespace = 'course' } = options;
  const args = image.includes('consul')
    ? ['agent', '-server', `-bootstrap-expect=${replicas}`]
    : [];
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name,
      namespace,
      uid: `${namespace}-${name}`,
      generation: 1,
      creationTimestamp: CREATED,
      labels: { app: name, ...options.labels },
      annotations: options.annotations ?? {},
    },
    spec: {
      replicas,
      serviceName: name,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'main', image, args }] },
      },
    },
    status: {
      observedGeneration: 1,
      replicas,
      readyReplicas: replicas,
      currentReplicas: replicas,
      updatedReplicas: replicas,
      currentRevision: `${name}-1`,
      updateRevision: `${name}-1`,
    },
  };
}

/** A pod of such a set that runs and is ready. */
export function rawPod(
  set: string,
  ordinal: number,
  options: {
    uid?: string;
    ready?: boolean;
    restarts?: number;
    namespace?: string;
  } = {},
): RawObject {
  const { ready = true, namespace = 'course' } = options;
  const name = `${set}-${ordinal}`;
  const uid = options.uid ?? `${namespace}-${name}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      uid,
      creationTimestamp: CREATED,
      labels: { app: set, 'controller-revision-hash': `${set}-1` },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: set,
          uid: `${namespace}-${set}`,
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: 'node-1',
      hostname: name,
      subdomain: set,
      containers: [{ name: 'main', image: 'busybox' }],
    },
    status: {
      phase: 'Running',
      podIP: `10.0.0.${ordinal + 1}`,
      conditions: [
        { type: 'Ready', status: ready ? 'True' : 'False' },
        { type: 'PodScheduled', status: 'True' },
      ],
      containerStatuses: [
        {
          name: 'main',
          image: 'busybox',
          containerID: `containerd://${uid}`,
          ready,
          restartCount: options.restarts ?? 0,
          state: { running: { startedAt: CREATED } },
        },
      ],
    },
  };
}
