import { ConsulObserver } from '../../world/testing/ConsulObserver';
import { TestCluster } from '../../world/testing/TestCluster';
import { readyCondition } from '../readyCondition';

const SET = 'consul-persistent';

async function prepare() {
  const cluster = new TestCluster(1).settled();
  const consul = new ConsulObserver(cluster, SET);
  const leader = (await consul.leader())!.pod;
  const follower = consul.names().find(name => name !== leader)!;
  const node = cluster.pod(follower)!.spec.nodeName;
  return { cluster, consul, leader, follower, node };
}

const nodeOf = (cluster: TestCluster, name: string) =>
  cluster.store.get('nodes', undefined, name)!;

const taints = (cluster: TestCluster, name: string): string[] =>
  (nodeOf(cluster, name).spec.taints ?? []).map(
    ({ key, effect }: any) => `${key}:${effect}`,
  );

describe('a node without power', () => {
  it('is Unknown after 20 s, then tainted, and its pods are stuck in Terminating', async () => {
    const { cluster, consul, leader, follower, node } = await prepare();
    const { uid } = cluster.pod(follower)!.metadata;
    cluster.core.machines.cutPower(node);
    const unknown = cluster.secondsUntil(
      () => readyCondition(nodeOf(cluster, node)).status === 'Unknown',
      60,
    );
    expect(unknown).toBeGreaterThan(14);
    expect(unknown).toBeLessThan(27);
    expect(readyCondition(cluster.pod(follower)!).status).toBe('False');
    expect(
      cluster.pod(follower)?.status.containerStatuses[0].state.running,
    ).toBeDefined();
    cluster.advance(3);
    expect(taints(cluster, node)).toContain(
      'node.kubernetes.io/unreachable:NoExecute',
    );
    const evicted = cluster.secondsUntil(
      () => cluster.pod(follower)?.metadata.deletionTimestamp !== undefined,
      60,
    );
    expect(evicted).toBeGreaterThan(14);
    cluster.advance(120);
    expect(cluster.pod(follower)?.metadata.uid).toBe(uid);
    expect((await consul.view(leader))?.members[follower]).toBe(3);

    cluster.deletePod(follower, { force: true });
    cluster.advance(5);
    expect(cluster.pod(follower)?.spec.nodeName).toBeUndefined();
    const failed = cluster.events('FailedScheduling');
    expect(failed[failed.length - 1].message).toContain(
      '0/3 nodes are available: 1 node(s) had untolerated taint(s)',
    );
  });

  it('comes back with its pods, their claims and their server', async () => {
    const { cluster, consul, follower, node } = await prepare();
    const { nodeId } = (await consul.view(follower))!;
    cluster.core.machines.cutPower(node);
    cluster.advance(90);
    cluster.core.machines.start(node);
    const ready = cluster.secondsUntil(
      () => readyCondition(nodeOf(cluster, node)).status === 'True',
      30,
    );
    expect(ready).toBeLessThan(6);
    const full = await consul.until(
      () => consul.isFull(),
      cluster.clock.now(),
      120,
    );
    expect(full).toBeDefined();
    expect(taints(cluster, node)).toEqual([]);
    expect((await consul.view(follower))?.nodeId).toBe(nodeId);
  });

  it('that has the leader leaves the others without one for some 20 s', async () => {
    const { cluster, consul, leader, follower } = await prepare();
    const from = cluster.clock.now();
    cluster.core.machines.cutPower(cluster.pod(leader)!.spec.nodeName);
    const old = `${cluster.pod(leader)?.status.podIP}:8300`;
    const next = await consul.until(
      async () => {
        const known = (await consul.view(follower))?.leader;
        return known !== '' && known !== old;
      },
      from,
      60,
    );
    expect(next).toBeGreaterThan(14);
    expect(next).toBeLessThan(35);
  });
});

describe('a node whose kubelet is stopped', () => {
  it('looks lost to Kubernetes while its server lives on', async () => {
    const { cluster, consul, leader, follower, node } = await prepare();
    cluster.core.machines.stop(node);
    cluster.advance(60);
    expect(readyCondition(nodeOf(cluster, node)).status).toBe('Unknown');
    expect(cluster.pod(follower)?.metadata.deletionTimestamp).toBeDefined();
    const view = await consul.view(leader);
    expect(Object.values(view!.members)).toEqual([1, 1, 1]);
    expect(view?.voters).toBe(3);
    expect((await consul.view(follower))?.leader).not.toBe('');
    expect(() => cluster.log(follower)).toThrow('connection refused');
    cluster.core.machines.start(node);
    cluster.advance(60);
    expect(readyCondition(nodeOf(cluster, node)).status).toBe('True');
    expect(cluster.pod(follower)?.status.phase).toBe('Running');
  });
});
