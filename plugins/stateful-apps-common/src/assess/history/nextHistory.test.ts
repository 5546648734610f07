import { loadFixture } from '../../__fixtures__';
import { AppInputs, ConsulProbe, IdentityChange } from '../../model';
import { assessApp } from '../assessApp';
import { IdentityIncarnations } from './IdentityIncarnations';
import { nextHistory } from './nextHistory';

/** Keeps what `nextHistory` says as the backend does. */
function recorder() {
  let incarnations: IdentityIncarnations = {};
  let history: IdentityChange[] = [];
  return {
    observe(inputs: AppInputs) {
      inputs.history = history;
      const next = nextHistory(incarnations, inputs);
      incarnations = JSON.parse(JSON.stringify(next.incarnations));
      for (const change of next.changes) {
        history = [
          ...history.filter(
            item =>
              item.ordinal !== change.ordinal ||
              item.to.podUid !== change.to.podUid,
          ),
          change,
        ];
      }
      return next.changes;
    },
    view(inputs: AppInputs) {
      return assessApp({ ...inputs, history }, 1);
    },
  };
}

/** consul-persistent with another pod behind ordinal 1. */
function replaced(options: { nodeId?: string; claimUid?: string }): AppInputs {
  const inputs = loadFixture('consul-persistent-healthy');
  inputs.now = '2026-11-22T15:00:00.000Z';
  const pod = inputs.pods[1];
  const probe = inputs.probes.get(pod.uid) as ConsulProbe;
  pod.uid = 'new-pod';
  inputs.probes = new Map(inputs.probes);
  if (options.nodeId) {
    (inputs.probes as Map<string, ConsulProbe>).set('new-pod', {
      ...probe,
      podUid: 'new-pod',
      nodeId: options.nodeId,
    });
  }
  if (options.claimUid) inputs.claims[1].uid = options.claimUid;
  return inputs;
}

describe('nextHistory', () => {
  it('says nothing of what it sees for the first time, or again', () => {
    const history = recorder();
    const inputs = loadFixture('consul-persistent-healthy');
    expect(history.observe(inputs)).toEqual([]);
    expect(history.observe(inputs)).toEqual([]);
    const next = nextHistory({}, inputs);
    expect(nextHistory(next.incarnations, inputs).incarnations).toBe(
      next.incarnations,
    );
  });

  it('tells that a pod gave way to another, and completes it when the node id is known', () => {
    const history = recorder();
    const first = loadFixture('consul-persistent-healthy');
    const nodeId = (first.probes.get(first.pods[1].uid) as ConsulProbe).nodeId!;
    history.observe(first);

    const second = replaced({});
    expect(history.observe(second)).toEqual([
      {
        ordinal: 1,
        at: '2026-11-22T15:00:00.000Z',
        from: expect.objectContaining({ podUid: first.pods[1].uid, nodeId }),
        to: expect.objectContaining({ podUid: 'new-pod' }),
      },
    ]);
    expect(history.view(second).identities[1].replaced).toEqual({
      at: '2026-11-22T15:00:00.000Z',
      fromUid: first.pods[1].uid,
      toUid: 'new-pod',
      claim: 'same',
      nodeId: 'unknown',
    });

    const third = replaced({ nodeId });
    third.now = '2026-11-22T15:00:30.000Z';
    expect(history.observe(third)).toHaveLength(1);
    expect(history.view(third).identities[1].replaced).toMatchObject({
      at: '2026-11-22T15:00:00.000Z',
      claim: 'same',
      nodeId: 'same',
    });
    expect(history.view(third).identities[0].replaced).toBeUndefined();
  });

  it('tells a new claim and a new node id', () => {
    const history = recorder();
    history.observe(loadFixture('consul-persistent-healthy'));
    const inputs = replaced({ nodeId: 'new-node', claimUid: 'new-claim' });
    history.observe(inputs);
    expect(history.view(inputs).identities[1].replaced).toMatchObject({
      claim: 'new',
      nodeId: 'new',
    });
  });

  it('remembers an identity over the time in which it has no pod', () => {
    const history = recorder();
    history.observe(loadFixture('consul-persistent-healthy'));
    const without = loadFixture('consul-persistent-healthy');
    without.pods.splice(1, 1);
    expect(history.observe(without)).toEqual([]);
    expect(history.observe(replaced({}))).toHaveLength(1);
  });

  it('keeps a node id that a later probe does not tell', () => {
    const first = loadFixture('consul-persistent-healthy');
    const { incarnations } = nextHistory({}, first);
    const silent = loadFixture('consul-persistent-healthy');
    silent.probes = new Map();
    expect(nextHistory(incarnations, silent)).toEqual({
      incarnations,
      changes: [],
    });
  });

  it('says that there is no claim where there is none', () => {
    const history = recorder();
    history.observe(loadFixture('consul-no-volume'));
    const inputs = loadFixture('consul-no-volume');
    inputs.pods[0].uid = 'new-pod';
    history.observe(inputs);
    expect(history.view(inputs).identities[0].replaced?.claim).toBe('none');
  });

  it.each(['stale', 'forbidden', 'loading', 'failed'] as const)(
    'draws no conclusion while pods are %s',
    state => {
      const { incarnations } = nextHistory(
        {},
        loadFixture('consul-persistent-healthy'),
      );
      const inputs = replaced({});
      inputs.freshness.find(item => item.resource === 'pods')!.state = state;
      expect(nextHistory(incarnations, inputs)).toEqual({
        incarnations,
        changes: [],
      });
    },
  );

  it('takes no pod of another set for one of its own', () => {
    const { incarnations } = nextHistory(
      {},
      loadFixture('consul-persistent-healthy'),
    );
    const inputs = replaced({});
    inputs.pods[1].owner!.uid = 'other';
    expect(nextHistory(incarnations, inputs).changes).toEqual([]);
  });
});
