import { loadFixture } from '../__fixtures__';
import { AppInputs, AppView, PodFacts } from '../model';
import { assessApp } from './assessApp';

function web(change: (inputs: AppInputs, pods: PodFacts[]) => void): AppView {
  const inputs = loadFixture('web-two-identities');
  change(inputs, inputs.pods);
  return assessApp(inputs, 1);
}

function before(inputs: AppInputs, seconds: number): string {
  return new Date(Date.parse(inputs.now) - seconds * 1000).toISOString();
}

function notReady(pod: PodFacts, since?: string) {
  const ready = pod.conditions.find(item => item.type === 'Ready')!;
  ready.status = 'False';
  if (since) ready.lastTransitionTime = since;
}

describe('an identity', () => {
  it('stays on the board without its pod, with the claim that waits for it', () => {
    const { identities, verdict } = web(inputs => {
      inputs.pods = inputs.pods.filter(pod => pod.ordinal === 0);
    });
    expect(identities.map(item => item.name)).toEqual(['web-0', 'web-1']);
    expect(identities[1]).toMatchObject({
      state: 'healing',
      reason: 'PodMissing',
      sentence: 'It has no pod; the StatefulSet makes a new one.',
      volumes: [{ name: 'www', claim: { name: 'www-web-1', phase: 'Bound' } }],
    });
    expect(identities[1].pod).toBeUndefined();
    expect(verdict.state).toBe('healing');
  });

  it('starts at .spec.ordinals.start', () => {
    const { identities } = web(inputs => {
      inputs.statefulSet.startOrdinal = 1;
    });
    expect(identities.map(item => [item.ordinal, item.role])).toEqual([
      [0, 'condemned'],
      [1, 'replica'],
      [2, 'replica'],
    ]);
  });

  it('says what the controller could not do', () => {
    const { identities } = web(inputs => {
      inputs.pods = inputs.pods.filter(pod => pod.ordinal === 0);
      inputs.events.push({
        uid: 'e',
        name: 'e',
        resourceVersion: '1',
        involved: { kind: 'StatefulSet', name: 'web' },
        type: 'Warning',
        reason: 'FailedCreate',
        message:
          'create Pod web-1 in StatefulSet web failed error: exceeded quota',
        count: 3,
      });
    });
    expect(identities[1]).toMatchObject({
      state: 'needs-person',
      reason: 'FailedCreate',
      sentence: expect.stringContaining('exceeded quota'),
    });
  });

  it('cannot take a name that another has', () => {
    const { identities } = web((_, pods) => {
      pods[1].owner = { kind: 'ReplicaSet', name: 'web', uid: 'other' };
    });
    expect(identities[1]).toMatchObject({
      state: 'needs-person',
      reason: 'NameTaken',
      sentence: expect.stringContaining('ReplicaSet web'),
    });
  });

  it.each<[string, (pod: PodFacts, inputs: AppInputs) => void, string, string]>(
    [
      [
        'ends again and again',
        pod => {
          notReady(pod);
          Object.assign(pod.containers[1], {
            state: 'waiting',
            reason: 'CrashLoopBackOff',
            restartCount: 7,
            lastTermination: { exitCode: 137 },
          });
        },
        'needs-person',
        'CrashLoopBackOff',
      ],
      [
        'has an image that is not there',
        pod => {
          pod.phase = 'Pending';
          Object.assign(pod.containers[1], {
            state: 'waiting',
            reason: 'ImagePullBackOff',
            message: 'Back-off pulling image "nginx:nope"',
          });
        },
        'needs-person',
        'ImagePullBackOff',
      ],
      [
        'is being made',
        pod => {
          pod.phase = 'Pending';
          Object.assign(pod.containers[1], {
            state: 'waiting',
            reason: 'ContainerCreating',
          });
        },
        'healing',
        'Starting',
      ],
      [
        'finds no node, just now',
        (pod, inputs) => {
          pod.phase = 'Pending';
          pod.conditions = [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available',
              lastTransitionTime: before(inputs, 5),
            },
          ];
        },
        'healing',
        'Unschedulable',
      ],
      [
        'finds no node for two minutes',
        (pod, inputs) => {
          pod.phase = 'Pending';
          pod.conditions = [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available',
              lastTransitionTime: before(inputs, 120),
            },
          ];
        },
        'needs-person',
        'Unschedulable',
      ],
      [
        'is not ready yet',
        (pod, inputs) => notReady(pod, before(inputs, 20)),
        'healing',
        'NotReady',
      ],
      [
        'is not ready for long',
        (pod, inputs) => notReady(pod, before(inputs, 1200)),
        'needs-person',
        'NotReady',
      ],
      [
        'was evicted',
        pod => {
          pod.phase = 'Failed';
          pod.reason = 'Evicted';
        },
        'healing',
        'Evicted',
      ],
      [
        'is ending',
        (pod, inputs) => {
          pod.deletionTimestamp = inputs.now;
        },
        'healing',
        'Terminating',
      ],
      [
        'may still run on a node that does not answer',
        (pod, inputs) => {
          inputs.nodes.find(node => node.name === pod.nodeName)!.ready =
            'Unknown';
        },
        'unknown',
        'NodeLost',
      ],
      [
        'is stuck on a node that does not answer',
        (pod, inputs) => {
          inputs.nodes.find(node => node.name === pod.nodeName)!.ready =
            'Unknown';
          pod.deletionTimestamp = before(inputs, 300);
        },
        'needs-person',
        'StuckOnLostNode',
      ],
      [
        'has a phase that Kubernetes does not know',
        pod => {
          pod.phase = 'Unknown';
        },
        'unknown',
        'PhaseUnknown',
      ],
    ],
  )('whose pod %s', (_, change, state, reason) => {
    const view = web((inputs, pods) => change(pods[1], inputs));
    expect(view.identities[1]).toMatchObject({ state, reason });
    expect(view.verdict).toMatchObject({ state, reason });
    expect(view.identities[0].state).toBe('healthy');
  });

  it.each([
    [403, 'needs-person', 'PageFails'],
    [200, 'healthy', 'Healthy'],
    [undefined, 'unknown', 'PageUnknown'],
  ])('that answers %s is %s', (status, state, reason) => {
    const view = web((inputs, pods) => {
      const probe = inputs.probes.get(pods[1].uid)!;
      if (probe.kind === 'web') probe.status = status;
    });
    expect(view.identities[1]).toMatchObject({ state, reason });
  });

  it('compares what it serves with its siblings', () => {
    expect(
      assessApp(loadFixture('web-same-page'), 1).identities.map(
        item => item.page,
      ),
    ).toEqual([
      expect.objectContaining({ sibling: 'same', sameAs: [1] }),
      expect.objectContaining({ sibling: 'same', sameAs: [0] }),
    ]);
    const alone = web(inputs => {
      inputs.pods = inputs.pods.slice(0, 1);
      inputs.statefulSet.replicas = 1;
    });
    expect(alone.identities[0].page?.sibling).toBeUndefined();
  });

  it('tells place, age, restarts and revision of its pod', () => {
    const { identities } = web((_, pods) => {
      pods[0].containers[1].restartCount = 4;
    });
    expect(identities[0]).toMatchObject({
      place: { node: 'node-1', zone: 'zone-1', nodeReady: 'True' },
      pod: {
        ready: true,
        restarts: 4,
        revision: 'only',
        containers: ['nginx'],
        createdAt: expect.any(String),
      },
    });
  });
});

describe('the DNS name of an identity', () => {
  it.each<[string, (inputs: AppInputs) => void, string, string | undefined]>([
    ['resolves', () => {}, 'yes', undefined],
    [
      'needs the Service',
      inputs => delete inputs.service,
      'no',
      'There is no Service web.',
    ],
    [
      'needs a Service that selects the pods',
      inputs => {
        inputs.service!.selector = { app: 'other' };
      },
      'no',
      'Service web does not select the pods.',
    ],
    [
      'needs a ready endpoint',
      inputs => {
        inputs.endpointSlices[0].endpoints[0].ready = false;
      },
      'no',
      'Its pod is not ready.',
    ],
    [
      'needs none where the Service publishes all',
      inputs => {
        inputs.endpointSlices[0].endpoints[0].ready = false;
        inputs.service!.publishNotReadyAddresses = true;
      },
      'yes',
      undefined,
    ],
    [
      'needs an endpoint at all',
      inputs => {
        inputs.endpointSlices = [];
      },
      'no',
      'The Service has no endpoint for it.',
    ],
    [
      'is not known without Services',
      inputs => {
        inputs.freshness.find(item => item.resource === 'services')!.state =
          'forbidden';
      },
      'unknown',
      'Not known: services may not be read (missing verb list).',
    ],
  ])('%s', (_, change, resolvable, why) => {
    const { dns } = web(inputs => {
      inputs.endpointSlices[0].endpoints.sort((a, b) =>
        a.hostname! < b.hostname! ? -1 : 1,
      );
      change(inputs);
    }).identities[0];
    expect(dns).toEqual({
      name: 'web-0.web.common-fixtures.svc',
      resolvable,
      ...(why && { why }),
    });
  });
});
