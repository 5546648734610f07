import fc from 'fast-check';
import controllerRevision from '../__fixtures__/objects/controllerrevision.json';
import endpointSlice from '../__fixtures__/objects/endpointslice.json';
import event from '../__fixtures__/objects/event.json';
import node from '../__fixtures__/objects/node.json';
import persistentVolume from '../__fixtures__/objects/persistentvolume.json';
import claim from '../__fixtures__/objects/persistentvolumeclaim.json';
import pod from '../__fixtures__/objects/pod.json';
import budget from '../__fixtures__/objects/poddisruptionbudget.json';
import service from '../__fixtures__/objects/service.json';
import statefulSet from '../__fixtures__/objects/statefulset.json';
import storageClass from '../__fixtures__/objects/storageclass.json';
import { RESOURCE_NAMES, ResourceName } from '../model';
import { projectObject } from './projectObject';

const attachment = {
  metadata: { uid: 'u1', name: 'csi-1' },
  spec: { nodeName: 'node-1', source: { persistentVolumeName: 'pv-1' } },
  status: { attached: false, attachError: { message: 'disk is busy' } },
};

const REAL: Record<ResourceName, object> = {
  statefulsets: statefulSet,
  controllerrevisions: controllerRevision,
  pods: pod,
  persistentvolumeclaims: claim,
  persistentvolumes: persistentVolume,
  nodes: node,
  events: event,
  storageclasses: storageClass,
  volumeattachments: attachment,
  poddisruptionbudgets: budget,
  services: service,
  endpointslices: endpointSlice,
};

function copy<T>(value: T): any {
  return JSON.parse(JSON.stringify(value));
}

describe('projectObject', () => {
  it('keeps of a StatefulSet what the rest of the house uses', () => {
    expect(projectObject('statefulsets', statefulSet)).toMatchObject({
      name: 'consul-persistent',
      namespace: 'common-fixtures',
      replicas: 3,
      startOrdinal: 0,
      serviceName: 'consul-persistent',
      podManagementPolicy: 'OrderedReady',
      updateStrategy: 'RollingUpdate',
      partition: 0,
      matchLabels: { app: 'consul-persistent', role: 'server' },
      claimTemplates: [
        {
          name: 'data',
          accessModes: ['ReadWriteOnce'],
          requestedBytes: 2 ** 30,
        },
      ],
      claimRetention: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      templateMounts: [
        { container: 'consul', volume: 'data', mountPath: '/consul/data' },
      ],
      terminationGracePeriodSeconds: 10,
      app: { kind: 'consul', bootstrapExpect: 3 },
      status: { replicas: 3, readyReplicas: 3 },
      annotations: {},
    });
  });

  it('keeps of a pod what the rest of the house uses', () => {
    expect(projectObject('pods', pod)).toMatchObject({
      name: 'consul-persistent-0',
      ordinal: 0,
      owner: { kind: 'StatefulSet', name: 'consul-persistent' },
      phase: 'Running',
      podIP: expect.stringMatching(/^10\.244\./),
      nodeName: expect.stringMatching(/^node-/),
      revision: expect.stringMatching(/^consul-persistent-/),
      containers: [
        {
          name: 'consul',
          state: 'running',
          ready: true,
          restartCount: 0,
          init: false,
          containerId: expect.stringMatching(/^containerd:/),
        },
      ],
      volumes: [
        {
          name: 'data',
          source: 'persistentVolumeClaim',
          claimName: 'data-consul-persistent-0',
        },
        { source: 'projected' },
      ],
    });
  });

  it.each<[ResourceName, object]>([
    [
      'persistentvolumeclaims',
      {
        phase: 'Bound',
        storageClassName: 'standard',
        requestedBytes: 2 ** 30,
        actualBytes: 2 ** 30,
        accessModes: ['ReadWriteOnce'],
      },
    ],
    [
      'persistentvolumes',
      {
        source: 'local',
        phase: 'Bound',
        reclaimPolicy: 'Delete',
        pinnedToNodes: [expect.stringMatching(/^node-/)],
        claim: {
          namespace: 'common-fixtures',
          name: 'data-consul-persistent-0',
        },
      },
    ],
    ['nodes', { name: 'node-1', ready: 'True', zone: 'zone-1', taints: [] }],
    ['events', { involved: { kind: expect.any(String) }, count: 1 }],
    [
      'storageclasses',
      {
        isDefault: true,
        bindingMode: 'WaitForFirstConsumer',
        reclaimPolicy: 'Delete',
      },
    ],
    [
      'volumeattachments',
      { nodeName: 'node-1', attached: false, error: 'disk is busy' },
    ],
    ['poddisruptionbudgets', { maxUnavailable: '1', disruptionsAllowed: 1 }],
    [
      'services',
      {
        headless: true,
        publishNotReadyAddresses: true,
        ports: [{ name: 'http', port: 8500, targetPort: '8500' }],
      },
    ],
    [
      'endpointslices',
      {
        serviceName: 'consul-headless',
        endpoints: expect.arrayContaining([
          expect.objectContaining({
            hostname: 'consul-headless-0',
            ready: true,
          }),
        ]),
      },
    ],
    ['controllerrevisions', { revision: 1, owner: { kind: 'StatefulSet' } }],
  ])('keeps of %s what the rest of the house uses', (resource, expected) => {
    expect(projectObject(resource, REAL[resource])).toMatchObject(expected);
  });

  it.each(RESOURCE_NAMES)('keeps %s small', resource => {
    const facts = JSON.stringify(projectObject(resource, REAL[resource]));
    expect(facts.length).toBeLessThan(2000);
  });

  it('never keeps env values, arguments, managedFields or the applied manifest', () => {
    const canary = 'c4n4ry';
    const set = copy(statefulSet);
    set.metadata.annotations = {
      'kubectl.kubernetes.io/last-applied-configuration': canary,
    };
    set.metadata.managedFields = [{ manager: canary }];
    const [container] = set.spec.template.spec.containers;
    container.env = [
      { name: 'CONSUL_HTTP_TOKEN', value: canary },
      { name: 'CONSUL_LOCAL_CONFIG', value: `{"encrypt":"${canary}"}` },
    ];
    container.args.push(
      `-encrypt=${canary}`,
      `-hcl=acl { tokens { agent = "${canary}" } }`,
      `-retry-join=provider=aws secret_access_key=${canary}`,
      canary,
    );
    container.args = container.args.filter(
      (arg: string) => !arg.includes('provider=k8s'),
    );
    container.lifecycle.preStop.exec.command.push(canary);
    const facts = projectObject('statefulsets', set);
    expect(JSON.stringify(facts)).not.toContain(canary);
    expect(facts?.app.settings).toContainEqual({
      name: 'encrypt',
      value: 'set',
      source: 'args',
    });
    expect(facts?.app.settings).toContainEqual({
      name: 'retry-join',
      value: 'provider=aws',
      source: 'args',
    });

    const own = copy(pod);
    own.spec.containers[0].env = [{ name: 'TOKEN', value: canary }];
    own.spec.containers[0].args = [canary];
    own.spec.containers[0].command = [canary];
    own.metadata.annotations = { note: canary };
    own.status.containerStatuses[0].state = {
      terminated: { reason: 'Error', exitCode: 1, message: canary },
    };
    expect(JSON.stringify(projectObject('pods', own))).not.toContain(canary);
  });

  it('keeps the annotations of Argo CD, Flux, Helm and its own, no others', () => {
    const set = copy(statefulSet);
    set.metadata.annotations = {
      'argocd.argoproj.io/tracking-id': 'shop:apps/StatefulSet:x/consul',
      'meta.helm.sh/release-name': 'consul',
      'stateful-apps.io/entity': 'component:default/consul',
      'example.com/other': 'x',
    };
    expect(
      Object.keys(projectObject('statefulsets', set)!.annotations).sort(),
    ).toEqual([
      'argocd.argoproj.io/tracking-id',
      'meta.helm.sh/release-name',
      'stateful-apps.io/entity',
    ]);
  });

  it('treats names of Object.prototype as names like others', () => {
    const raw = copy(pod);
    raw.metadata.labels = JSON.parse(
      '{"__proto__":"a","constructor":"b","app":"c"}',
    );
    const facts = projectObject('pods', raw)!;
    expect(Object.getPrototypeOf(facts.labels)).toBeNull();
    expect(Object.keys(facts.labels).sort()).toEqual([
      '__proto__',
      'app',
      'constructor',
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
    expect(
      projectObject('services', copy(service))!.selector.constructor,
    ).toBeUndefined();
  });

  it.each([
    ['no object', 'text'],
    ['no metadata', {}],
    ['no uid', { metadata: { name: 'a', namespace: 'b' } }],
    ['no namespace', { metadata: { name: 'a', uid: 'b' } }],
    [
      'a name with a control character',
      { metadata: { name: 'a\u0000', uid: 'b', namespace: 'c' } },
    ],
    [
      'an endless name',
      { metadata: { name: 'a'.repeat(300), uid: 'b', namespace: 'c' } },
    ],
  ])('finds a pod with %s unusable', (_, raw) => {
    expect(projectObject('pods', raw)).toBeUndefined();
  });

  it('cuts and cleans what strangers write', () => {
    const raw = copy(event);
    raw.message = `\u001b[31m${'x'.repeat(5_000_000)}\u202e`;
    const facts = projectObject('events', raw)!;
    expect(facts.message.length).toBeLessThanOrEqual(1024);
    expect(facts.message.startsWith('xxx')).toBe(true);
  });

  it('reads events of the new form', () => {
    const raw = {
      metadata: { uid: 'u', name: 'e', namespace: 'n' },
      involvedObject: { kind: 'Pod', name: 'web-0' },
      eventTime: '2026-11-22T10:00:00.123456Z',
      firstTimestamp: null,
      series: { count: 7, lastObservedTime: '2026-11-22T10:05:00.000000Z' },
    };
    expect(projectObject('events', raw)).toMatchObject({
      count: 7,
      firstTimestamp: '2026-11-22T10:00:00.123456Z',
      lastTimestamp: '2026-11-22T10:05:00.000000Z',
    });
  });

  it('does not take a selector that it cannot read for a wider one', () => {
    const raw = copy(budget);
    raw.spec.selector.matchExpressions = [{ key: 'a', operator: 'Near' }];
    expect(projectObject('poddisruptionbudgets', raw)).toBeUndefined();
  });

  it('pins a volume only where every alternative does', () => {
    const raw = copy(persistentVolume);
    raw.spec.nodeAffinity.required.nodeSelectorTerms.push({
      matchExpressions: [
        {
          key: 'topology.kubernetes.io/zone',
          operator: 'In',
          values: ['a'],
        },
      ],
    });
    const facts = projectObject('persistentvolumes', raw)!;
    expect(facts.pinnedToNodes).toBeUndefined();
    expect(facts.pinnedToZones).toBeUndefined();
  });

  it('keeps nothing of the object itself', () => {
    const raw = copy(pod);
    const facts = projectObject('pods', raw)!;
    const before = JSON.stringify(facts);
    raw.metadata.labels.app = 'other';
    raw.spec.volumes[0].name = 'other';
    raw.status.conditions.length = 0;
    raw.spec.containers[0].volumeMounts.length = 0;
    expect(JSON.stringify(facts)).toBe(before);
  });

  describe('whatever comes', () => {
    /** Real objects with a few places replaced by anything. */
    const mangled = (resource: ResourceName) =>
      fc
        .array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), {
          minLength: 1,
          maxLength: 6,
        })
        .map(changes => {
          const raw = copy(REAL[resource]);
          const places: Array<[any, string]> = [];
          const visit = (value: any) => {
            if (typeof value !== 'object' || value === null) return;
            for (const key of Object.keys(value)) {
              places.push([value, key]);
              visit(value[key]);
            }
          };
          visit(raw);
          for (const [index, value] of changes) {
            const [parent, key] = places[index % places.length];
            parent[key] = value;
          }
          return raw;
        });

    it.each(RESOURCE_NAMES)('%s are projected or refused', resource => {
      fc.assert(
        fc.property(fc.oneof(fc.anything(), mangled(resource)), raw => {
          const facts = projectObject(resource, raw);
          if (facts === undefined) return;
          const text = JSON.stringify(facts);
          expect(text).not.toMatch(/[\p{Cc}\p{Bidi_C}]/u);
          expect(text).not.toContain('managedFields');
          expect(facts.name.length).toBeLessThanOrEqual(253);
        }),
        { numRuns: 200 },
      );
    });
  });
});
