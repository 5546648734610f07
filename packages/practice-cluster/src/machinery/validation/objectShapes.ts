/** `strings` is an object whose values are strings. @public */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'strings'
  | [Shape]
  | { [field: string]: Shape };

const METADATA: Shape = {
  name: 'string',
  generateName: 'string',
  namespace: 'string',
  uid: 'string',
  resourceVersion: 'string',
  labels: 'strings',
  annotations: 'strings',
  finalizers: ['string'],
  ownerReferences: [
    { apiVersion: 'string', kind: 'string', name: 'string', uid: 'string' },
  ],
};

const PROBE: Shape = { httpGet: {}, exec: {}, tcpSocket: {} };

const CONTAINER: Shape = {
  name: 'string',
  image: 'string',
  command: ['string'],
  args: ['string'],
  env: [{ name: 'string', value: 'string', valueFrom: { fieldRef: {} } }],
  ports: [{ name: 'string', containerPort: 'number' }],
  volumeMounts: [{ name: 'string', mountPath: 'string' }],
  resources: { requests: {}, limits: {} },
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  lifecycle: { preStop: { httpGet: {} }, postStart: { httpGet: {} } },
};

const POD_SPEC: Shape = {
  containers: [CONTAINER],
  initContainers: [CONTAINER],
  volumes: [
    {
      name: 'string',
      projected: { sources: [{}] },
      configMap: {},
      secret: {},
      downwardAPI: { items: [{}] },
      hostPath: {},
      emptyDir: {},
      persistentVolumeClaim: { claimName: 'string' },
    },
  ],
  tolerations: [{ key: 'string', operator: 'string', effect: 'string' }],
  nodeSelector: 'strings',
  affinity: {},
  nodeName: 'string',
  serviceAccountName: 'string',
  restartPolicy: 'string',
  terminationGracePeriodSeconds: 'number',
};

const LABEL_SELECTOR: Shape = {
  matchLabels: 'strings',
  matchExpressions: [{ key: 'string', operator: 'string', values: ['string'] }],
};

const CLAIM: Shape = {
  metadata: METADATA,
  spec: {
    accessModes: ['string'],
    resources: { requests: {}, limits: {} },
    storageClassName: 'string',
    volumeName: 'string',
    volumeMode: 'string',
  },
  status: { phase: 'string' },
};

/**
 * The types of the fields that defaults, validation, tables and controllers
 * read; of all other fields nothing is said.
 *
 * @public
 */
export const OBJECT_SHAPES: {
  common: Record<string, Shape>;
  byResource: ReadonlyMap<string, Record<string, Shape>>;
} = {
  common: { apiVersion: 'string', kind: 'string', metadata: METADATA },
  byResource: new Map<string, Record<string, Shape>>([
    ['pods', { spec: POD_SPEC, status: { conditions: [{}] } }],
    [
      'statefulsets',
      {
        spec: {
          replicas: 'number',
          serviceName: 'string',
          selector: LABEL_SELECTOR,
          template: { metadata: METADATA, spec: POD_SPEC },
          volumeClaimTemplates: [CLAIM],
          podManagementPolicy: 'string',
          updateStrategy: {
            type: 'string',
            rollingUpdate: { partition: 'number' },
          },
          persistentVolumeClaimRetentionPolicy: {},
          ordinals: { start: 'number' },
          minReadySeconds: 'number',
        },
        status: {},
      },
    ],
    ['persistentvolumeclaims', CLAIM as Record<string, Shape>],
    [
      'persistentvolumes',
      {
        spec: { accessModes: ['string'], capacity: {}, claimRef: {} },
        status: {},
      },
    ],
    [
      'services',
      {
        spec: {
          clusterIP: 'string',
          type: 'string',
          ports: [{ name: 'string', port: 'number' }],
          selector: 'strings',
        },
        status: {},
      },
    ],
    [
      'nodes',
      {
        spec: { taints: [{ key: 'string', effect: 'string' }] },
        status: { conditions: [{}], addresses: [{}] },
      },
    ],
    ['namespaces', { spec: { finalizers: ['string'] }, status: {} }],
    ['events', { involvedObject: {}, source: {}, message: 'string' }],
    ['endpointslices', { endpoints: [{ addresses: ['string'] }], ports: [{}] }],
    ['endpoints', { subsets: [{ addresses: [{}], ports: [{}] }] }],
    [
      'poddisruptionbudgets',
      { spec: { selector: LABEL_SELECTOR }, status: {} },
    ],
    ['rolebindings', { roleRef: {}, subjects: [{}] }],
    ['clusterrolebindings', { roleRef: {}, subjects: [{}] }],
    ['volumeattachments', { spec: { source: {} }, status: {} }],
    ['leases', { spec: {} }],
    ['configmaps', { data: 'strings' }],
    ['secrets', { data: 'strings', stringData: 'strings' }],
  ]),
};
