import { loadFixture, manyIdentities } from '../__fixtures__';
import { AppInputs, AppView, PodFacts } from '../model';
import { assessApp } from './assessApp';

function web(change: (inputs: AppInputs) => void): AppView {
  const inputs = loadFixture('web-two-identities');
  change(inputs);
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

describe('the ordered roll-out', () => {
  function five(
    change: (inputs: AppInputs) => void,
  ): Array<string | undefined> {
    const inputs = manyIdentities(5);
    change(inputs);
    const view = assessApp(inputs, 1);
    return view.identities.map(item => item.waitsFor);
  }

  it('starts upwards, each after all before it', () => {
    expect(
      five(inputs => {
        notReady(inputs.pods[1]);
        inputs.pods = inputs.pods.slice(0, 2);
      }),
    ).toEqual([
      undefined,
      undefined,
      'web-1 to be running and ready',
      'web-1 to be running and ready',
      'web-1 to be running and ready',
    ]);
  });

  it('waits for minReadySeconds', () => {
    expect(
      five(inputs => {
        inputs.statefulSet.minReadySeconds = 30;
        for (const pod of inputs.pods) {
          const ready = pod.conditions.find(item => item.type === 'Ready')!;
          ready.lastTransitionTime = before(
            inputs,
            pod.ordinal === 2 ? 10 : 60,
          );
        }
        inputs.pods = inputs.pods.slice(0, 3);
      })[3],
    ).toBe('web-2 to be ready for 30 s');
  });

  it('does not wait with Parallel', () => {
    expect(
      five(inputs => {
        inputs.statefulSet.podManagementPolicy = 'Parallel';
        inputs.pods = inputs.pods.slice(0, 1);
      }),
    ).toEqual(Array(5).fill(undefined));
  });

  it('ends condemned pods downwards', () => {
    expect(
      five(inputs => {
        inputs.statefulSet.replicas = 2;
      }),
    ).toEqual([
      undefined,
      undefined,
      'web-4 to be gone',
      'web-4 to be gone',
      undefined,
    ]);
  });

  function update(inputs: AppInputs, updated: number[]) {
    inputs.statefulSet.status.updateRevision = 'web-new';
    for (const pod of inputs.pods) {
      if (updated.includes(pod.ordinal!)) pod.revision = 'web-new';
    }
  }

  it('updates downwards, one after the other', () => {
    const inputs = manyIdentities(4);
    update(inputs, [3]);
    const view = assessApp(inputs, 1);
    expect(view.identities.map(item => item.waitsFor)).toEqual([
      'web-2 to be updated and ready',
      'web-2 to be updated and ready',
      undefined,
      undefined,
    ]);
    expect(view.identities.map(item => item.pod?.revision)).toEqual([
      'current',
      'current',
      'current',
      'update',
    ]);
    expect(view.set.rollout).toBe(
      'Roll-out: 1 of 4 pods have the new revision.',
    );
    expect(view.verdict).toMatchObject({
      state: 'healing',
      reason: 'RollingUpdate',
    });
  });

  it('is held up by an updated pod that does not get ready', () => {
    const inputs = manyIdentities(3);
    update(inputs, [2]);
    notReady(inputs.pods[2], before(inputs, 20));
    expect(assessApp(inputs, 1).identities.map(item => item.waitsFor)).toEqual([
      'web-2 to be running and ready',
      'web-2 to be running and ready',
      undefined,
    ]);
  });

  it('stops at the partition, and that is healthy', () => {
    const inputs = manyIdentities(3);
    inputs.statefulSet.partition = 2;
    update(inputs, [2]);
    const view = assessApp(inputs, 1);
    expect(view.identities[0].waitsFor).toBe('partition 2 to be lowered');
    expect(view.set.rollout).toBe(
      'Held by partition 2: 2 of 3 pods keep an earlier revision.',
    );
    expect(view.verdict.state).toBe('healthy');
    expect(view.verdict.sentence).toContain('Held by partition 2');
  });

  it('says that OnDelete waits for somebody', () => {
    const inputs = manyIdentities(2);
    inputs.statefulSet.updateStrategy = 'OnDelete';
    update(inputs, []);
    const view = assessApp(inputs, 1);
    expect(view.identities[1].waitsFor).toBe(
      'somebody to delete its pod (OnDelete)',
    );
    expect(view.set.rollout).toBe(
      '2 of 2 pods keep an earlier revision until they are deleted (OnDelete).',
    );
  });

  it('is not taken for done before the controller has seen the change', () => {
    const inputs = manyIdentities(2);
    inputs.statefulSet.generation += 1;
    expect(assessApp(inputs, 1).verdict).toMatchObject({
      state: 'healing',
      reason: 'NotObserved',
    });
  });
});

describe('a set', () => {
  it('that is scaled to 0 is as it should be', () => {
    const { verdict } = web(inputs => {
      inputs.statefulSet.replicas = 0;
      inputs.pods = [];
    });
    expect(verdict).toMatchObject({ state: 'healthy', reason: 'ScaledToZero' });
  });

  it('that is being deleted says so', () => {
    const { verdict } = web(inputs => {
      inputs.statefulSet.deletionTimestamp = inputs.now;
    });
    expect(verdict.reason).toBe('Deleting');
  });

  it('that asks for a billion replicas is shown in part', () => {
    const view = web(inputs => {
      inputs.statefulSet.replicas = 1_000_000_000;
    });
    expect(view.identities).toHaveLength(3000);
    expect(view.set.replicas).toBe(1_000_000_000);
  });

  it('lists the budgets that cover its pods, by their whole selector', () => {
    const view = assessApp(loadFixture('consul-healthy'), 1);
    expect(view.set.budgets).toEqual([
      { name: 'consul-headless', disruptionsAllowed: 1 },
    ]);
    const inputs = loadFixture('consul-healthy');
    inputs.disruptionBudgets[0].matchExpressions = [
      { key: 'role', operator: 'NotIn', values: ['server'] },
    ];
    expect(assessApp(inputs, 1).set.budgets).toEqual([]);
  });
});
