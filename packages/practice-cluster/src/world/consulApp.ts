import { entityMarks } from './entityMarks';
import { WorldObject } from './WorldObject';

const DATA_CLAIM = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    volumeMode: 'Filesystem',
  },
};

/**
 * Three Consul servers that find each other by label, as the course has them:
 * one a node, leaving when they are stopped, behind a Service that is not
 * headless. With `persistent` each has a claim for its data.
 *
 * @public
 */
export function consulApp(
  namespace: string,
  name: string,
  persistent: boolean,
  clusterIp: string,
): WorldObject[] {
  const match = { app: name };
  const { labels, annotations } = entityMarks(name);
  return [
    {
      resource: 'serviceaccounts',
      object: { metadata: { name, namespace, labels } },
    },
    {
      resource: 'roles',
      object: {
        metadata: { name, namespace, labels },
        rules: [
          { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
        ],
      },
    },
    {
      resource: 'rolebindings',
      object: {
        metadata: { name, namespace, labels },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Role',
          name,
        },
        subjects: [{ kind: 'ServiceAccount', name, namespace }],
      },
    },
    {
      resource: 'services',
      object: {
        metadata: { name, namespace, labels },
        spec: {
          type: 'ClusterIP',
          clusterIP: clusterIp,
          clusterIPs: [clusterIp],
          selector: match,
          ports: [
            { name: 'http', port: 8500, targetPort: 8500, protocol: 'TCP' },
          ],
        },
        status: { loadBalancer: {} },
      },
    },
    {
      resource: 'statefulsets',
      object: {
        metadata: { name, namespace, labels, annotations },
        spec: {
          serviceName: name,
          replicas: 3,
          podManagementPolicy: 'OrderedReady',
          revisionHistoryLimit: 10,
          updateStrategy: {
            type: 'RollingUpdate',
            rollingUpdate: { partition: 0 },
          },
          persistentVolumeClaimRetentionPolicy: {
            whenDeleted: 'Retain',
            whenScaled: 'Retain',
          },
          selector: { matchLabels: match },
          template: {
            metadata: {
              labels: { ...match, 'backstage.io/kubernetes-id': name },
            },
            spec: podSpec(name, match, persistent),
          },
          ...(persistent ? { volumeClaimTemplates: [DATA_CLAIM] } : {}),
        },
        status: { replicas: 0 },
      },
    },
  ];
}

function podSpec(
  name: string,
  match: Record<string, string>,
  persistent: boolean,
) {
  return {
    serviceAccountName: name,
    terminationGracePeriodSeconds: 10,
    affinity: {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            labelSelector: { matchLabels: match },
            topologyKey: 'kubernetes.io/hostname',
          },
        ],
      },
    },
    containers: [
      {
        name: 'consul',
        image: 'hashicorp/consul:1.22',
        imagePullPolicy: 'IfNotPresent',
        env: [
          {
            name: 'NAMESPACE',
            valueFrom: {
              fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' },
            },
          },
        ],
        args: [
          'agent',
          '-bootstrap-expect=3',
          `-retry-join=provider=k8s label_selector="app=${name}" namespace="$(NAMESPACE)"`,
          '-client=0.0.0.0',
          '-data-dir=/consul/data',
          '-server',
          '-ui',
        ],
        lifecycle: {
          preStop: { exec: { command: ['sh', '-c', 'consul leave'] } },
        },
        ...(persistent
          ? { volumeMounts: [{ name: 'data', mountPath: '/consul/data' }] }
          : {}),
      },
    ],
  };
}
