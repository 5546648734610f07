import { sleeperSet } from '../world/testing/sleeperSet';
import { TestCluster } from '../world/testing/TestCluster';

const apart = (name: string) => ({
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        {
          labelSelector: { matchLabels: { app: name } },
          topologyKey: 'kubernetes.io/hostname',
        },
      ],
    },
  },
});

const failures = (cluster: TestCluster) =>
  cluster.events('FailedScheduling').map(({ message }) => message);

describe('Scheduler', () => {
  it('puts pods that repel each other on nodes of their own, and says why the fourth must wait', () => {
    const cluster = new TestCluster(1, { world: false });
    cluster.apply(
      'statefulsets',
      sleeperSet('apart', { replicas: 4 }, apart('apart')),
    );
    cluster.advance(30);
    const pods = cluster.pods('apart');
    const nodes = pods.map(({ spec }) => spec.nodeName).filter(Boolean);
    expect([...nodes].sort()).toEqual(['node-1', 'node-2', 'node-3']);
    expect(failures(cluster)).toEqual([
      "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules. no new claims to deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.",
    ]);
    expect(cluster.pod('apart-3')?.status.conditions[0]).toMatchObject({
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
    });
    cluster.store.update('statefulsets', 'course', 'apart', draft => {
      draft.spec.replicas = 3;
    });
    cluster.advance(10);
    expect(cluster.pod('apart-3')).toBeUndefined();
  });

  it('heeds node selectors', () => {
    const cluster = new TestCluster(1, { world: false });
    cluster.apply(
      'statefulsets',
      sleeperSet(
        'placed',
        {},
        {
          nodeSelector: { 'topology.kubernetes.io/zone': 'b' },
        },
      ),
    );
    cluster.apply(
      'statefulsets',
      sleeperSet(
        'nowhere',
        { replicas: 1 },
        { nodeSelector: { disk: 'gold' } },
      ),
    );
    cluster.advance(30);
    const nodes = cluster.pods('placed').map(({ spec }) => spec.nodeName);
    expect(nodes).toEqual(['node-2', 'node-2', 'node-2']);
    expect(failures(cluster)).toEqual([
      "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.",
    ]);
  });

  it('spreads the pods of one set', () => {
    const cluster = new TestCluster(1, { world: false });
    cluster.apply('statefulsets', sleeperSet('spread'));
    cluster.advance(30);
    const nodes = cluster.pods('spread').map(({ spec }) => spec.nodeName);
    expect([...nodes].sort()).toEqual(['node-1', 'node-2', 'node-3']);
  });
});
