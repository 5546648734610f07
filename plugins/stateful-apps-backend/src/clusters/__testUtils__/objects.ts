import { RawObject } from './FakeApiServer';

/** A StatefulSet `name` in namespace `course`. */
export function statefulSet(name: string, uid = `${name}-uid`): RawObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, namespace: 'course', uid },
    spec: {
      replicas: 3,
      serviceName: name,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'main', image: 'nginx' }] },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast' },
        },
      ],
    },
    status: { replicas: 3 },
  };
}

/** Pod `<set>-<ordinal>`, controlled by the set of that name. */
export function pod(
  set: string,
  ordinal: number,
  options: { uid?: string; namespace?: string; phase?: string } = {},
): RawObject {
  const name = `${set}-${ordinal}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: options.namespace ?? 'course',
      uid: options.uid ?? `${name}-uid`,
      labels: { app: set },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: set,
          uid: `${set}-uid`,
          controller: true,
        },
      ],
    },
    spec: {
      nodeName: 'node-1',
      containers: [{ name: 'main', image: 'nginx' }],
    },
    status: { phase: options.phase ?? 'Running' },
  };
}
