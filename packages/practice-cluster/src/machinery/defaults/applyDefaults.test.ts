import { applyDefaults } from './applyDefaults';

function defaulted(resource: string, object: any): any {
  applyDefaults(resource, object);
  return object;
}

describe('applyDefaults', () => {
  it('fills in a StatefulSet as Kubernetes 1.34 does', () => {
    const { spec } = defaulted('statefulsets', {
      metadata: { name: 't' },
      spec: {
        serviceName: 't',
        selector: { matchLabels: { app: 't' } },
        template: {
          metadata: { labels: { app: 't' } },
          spec: {
            containers: [
              {
                name: 'a',
                image: 'nginx',
                ports: [{ containerPort: 80 }],
                env: [
                  {
                    name: 'N',
                    valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
                  },
                ],
                readinessProbe: { httpGet: { port: 80 } },
              },
            ],
            initContainers: [{ name: 'i', image: 'alpine:3' }],
            volumes: [
              { name: 'c', configMap: { name: 'x' } },
              { name: 'h', hostPath: { path: '/x' } },
              { name: 'e' },
            ],
          },
        },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }],
      },
    });
    expect(spec).toMatchObject({
      replicas: 1,
      podManagementPolicy: 'OrderedReady',
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 0 },
      },
      revisionHistoryLimit: 10,
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Retain',
        whenScaled: 'Retain',
      },
      volumeClaimTemplates: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { name: 'data' },
          spec: { volumeMode: 'Filesystem' },
          status: { phase: 'Pending' },
        },
      ],
    });
    expect(spec.template.spec).toEqual({
      volumes: [
        { name: 'c', configMap: { name: 'x', defaultMode: 420 } },
        { name: 'h', hostPath: { path: '/x', type: '' } },
        { name: 'e', emptyDir: {} },
      ],
      initContainers: [
        {
          name: 'i',
          image: 'alpine:3',
          resources: {},
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'IfNotPresent',
        },
      ],
      containers: [
        {
          name: 'a',
          image: 'nginx',
          ports: [{ containerPort: 80, protocol: 'TCP' }],
          env: [
            {
              name: 'N',
              valueFrom: {
                fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' },
              },
            },
          ],
          resources: {},
          readinessProbe: {
            httpGet: { path: '/', port: 80, scheme: 'HTTP' },
            timeoutSeconds: 1,
            periodSeconds: 10,
            successThreshold: 1,
            failureThreshold: 3,
          },
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'Always',
        },
      ],
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
    });
  });

  it('fills in Services, headless or not', () => {
    const { spec } = defaulted('services', {
      metadata: { name: 's' },
      spec: { ports: [{ port: 80 }] },
    });
    expect(spec).toEqual({
      ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
      type: 'ClusterIP',
      sessionAffinity: 'None',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
    });
  });

  it('changes nothing the second time', () => {
    const pod = defaulted('pods', {
      metadata: { name: 'p' },
      spec: { containers: [{ name: 'a', image: 'x' }] },
    });
    const before = structuredClone(pod);
    expect(defaulted('pods', pod)).toEqual(before);
    expect(pod.spec.tolerations).toHaveLength(2);
    expect(pod.status).toEqual({ phase: 'Pending', qosClass: 'BestEffort' });
  });
});
