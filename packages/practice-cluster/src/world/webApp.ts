import { WorldObject } from './WorldObject';
import { entityMarks } from './entityMarks';

const LABELS = { app: 'web' };
/** Each identity writes the page that only it serves. */
const PAGE_SCRIPT =
  'echo "<!doctype html><title>Site ${HOSTNAME##*-}</title><h1>This is the site of $HOSTNAME</h1>" > /www/index.html';

/** nginx with two identities: each has a claim, and pages of its own on it. @public */
export function webApp(namespace: string): WorldObject[] {
  const { labels, annotations } = entityMarks('web');
  return [
    {
      resource: 'services',
      object: {
        metadata: { name: 'web', namespace, labels },
        spec: {
          type: 'ClusterIP',
          clusterIP: 'None',
          clusterIPs: ['None'],
          selector: LABELS,
          ports: [{ name: 'http', port: 80, targetPort: 80, protocol: 'TCP' }],
        },
        status: { loadBalancer: {} },
      },
    },
    {
      resource: 'statefulsets',
      object: {
        metadata: { name: 'web', namespace, labels, annotations },
        spec: {
          serviceName: 'web',
          replicas: 2,
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
          selector: { matchLabels: LABELS },
          template: {
            metadata: {
              labels: { ...LABELS, 'backstage.io/kubernetes-id': 'web' },
            },
            spec: {
              terminationGracePeriodSeconds: 10,
              initContainers: [
                {
                  name: 'pages',
                  image: 'busybox',
                  command: ['sh', '-c', PAGE_SCRIPT],
                  volumeMounts: [{ name: 'www', mountPath: '/www' }],
                },
              ],
              containers: [
                {
                  name: 'nginx',
                  image: 'nginx',
                  ports: [{ name: 'http', containerPort: 80, protocol: 'TCP' }],
                  readinessProbe: {
                    httpGet: { path: '/', port: 80, scheme: 'HTTP' },
                    periodSeconds: 10,
                  },
                  volumeMounts: [
                    { name: 'www', mountPath: '/usr/share/nginx/html' },
                  ],
                },
              ],
            },
          },
          volumeClaimTemplates: [
            {
              apiVersion: 'v1',
              kind: 'PersistentVolumeClaim',
              metadata: { name: 'www' },
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '100Mi' } },
                volumeMode: 'Filesystem',
              },
            },
          ],
        },
        status: { replicas: 0 },
      },
    },
  ];
}
