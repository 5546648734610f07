import { ConsulObserver } from '../../world/testing/ConsulObserver';
import { TestCluster } from '../../world/testing/TestCluster';

/** Each scenario must hold whatever chance brings. */
const SEEDS = [1, 2, 3];

interface Scene {
  cluster: TestCluster;
  consul: ConsulObserver;
  leader: string;
  term: number;
  followers: string[];
  /** The instant of the failure. */
  from: number;
}

async function prepare(set: string, seed: number): Promise<Scene> {
  const cluster = new TestCluster(seed).settled();
  const consul = new ConsulObserver(cluster, set);
  expect(await consul.isFull()).toBe(true);
  const { pod: leader, view } = (await consul.leader())!;
  await consul.put(leader, 'course/page', 'kept');
  const followers = consul.names().filter(name => name !== leader);
  const from = cluster.clock.now();
  return { cluster, consul, leader, term: view.term, followers, from };
}

/** The leader is the one of before, and there was no other in between. */
async function expectSameLeader({ consul, leader, term }: Scene) {
  const now = await consul.leader();
  expect([now?.pod, now?.view.term]).toEqual([leader, term]);
}

describe.each(SEEDS)('Consul without volumes, seed %i', seed => {
  it('row 1: keeps its leader and its keys when a server is deleted gracefully', async () => {
    const scene = await prepare('consul', seed);
    const { cluster, consul, leader, followers, from } = scene;
    const [gone] = followers;
    const before = (await consul.view(gone))!.nodeId;
    cluster.deletePod(gone);
    const left = await consul.until(
      async () => (await consul.view(leader))!.members[gone] === 3,
      from,
      20,
    );
    expect(left).toBeGreaterThan(3);
    expect(left).toBeLessThan(7);
    const rejoined = await consul.until(
      async () => (await consul.view(leader))!.servers === 3,
      from,
      30,
    );
    expect(rejoined).toBeGreaterThan(10);
    expect(rejoined).toBeLessThan(18);
    expect((await consul.view(leader))!.voters).toBe(2);
    const full = await consul.until(() => consul.isFull(), from, 60);
    expect(full).toBeGreaterThan(rejoined! + 9);
    expect(full).toBeLessThan(45);
    expect((await consul.view(gone))!.nodeId).not.toBe(before);
    await expectSameLeader(scene);
    expect(await consul.get(gone, 'course/page')).toBe('kept');
  });

  it('row 1b: a container that restarts is a new server at the same address', async () => {
    const scene = await prepare('consul', seed);
    const { cluster, consul, followers, from } = scene;
    const [killed] = followers;
    const address = cluster.pod(killed)?.status.podIP;
    const before = (await consul.view(killed))!.nodeId;
    await cluster.exec(killed, 'kill', '1');
    await consul.until(
      async () => {
        const view = await consul.view(killed);
        return view !== undefined && view.nodeId !== before;
      },
      from,
      10,
    );
    const full = await consul.until(() => consul.isFull(), from, 60);
    expect(full).toBeGreaterThan(9);
    expect(full).toBeLessThan(30);
    const status = cluster.pod(killed)?.status;
    expect(status.podIP).toBe(address);
    await expectSameLeader(scene);
    expect(status.containerStatuses[0].restartCount).toBe(1);
    expect(await consul.get(killed, 'course/page')).toBe('kept');
  });

  it('row 2: a follower that is killed is cleaned up before its name is free again', async () => {
    const scene = await prepare('consul', seed);
    const { cluster, consul, leader, followers, from } = scene;
    const [killed] = followers;
    const status = async () => (await consul.view(leader))!.members[killed];
    cluster.deletePod(killed, { force: true });
    const failed = await consul.until(
      async () => (await status()) === 4,
      from,
      20,
    );
    expect(failed).toBeGreaterThan(5);
    expect(failed).toBeLessThan(10);
    expect(cluster.pod(killed)?.status.phase).toBe('Running');
    const cleaned = await consul.until(
      async () => (await status()) === 3,
      from,
      30,
    );
    expect(cleaned! - failed!).toBeGreaterThan(2);
    expect(cleaned! - failed!).toBeLessThan(7);
    const outside = (await consul.view(killed))!;
    expect(outside).toMatchObject({ leader: '', peers: [] });
    const inside = await consul.until(
      async () => (await consul.view(leader))!.servers === 3,
      from,
      90,
    );
    expect(inside).toBeGreaterThan(failed! + 30);
    const full = await consul.until(() => consul.isFull(), from, 120);
    expect(full! - inside!).toBeGreaterThan(9);
    expect(full).toBeLessThan(100);
    expect(cluster.log(leader)).toContain(`Conflicting address for ${killed}`);
    await expectSameLeader(scene);
    expect(await consul.get(killed, 'course/page')).toBe('kept');
  });

  it('row 2b: a leader that is killed hands over within a second', async () => {
    const scene = await prepare('consul', seed);
    const { cluster, consul, leader, followers, from } = scene;
    cluster.deletePod(leader, { force: true });
    const handedOver = await consul.until(
      async () => {
        const view = await consul.view(followers[0]);
        const known = followers.map(
          name => `${cluster.pod(name)?.status.podIP}:8300`,
        );
        return known.includes(view!.leader);
      },
      from,
      10,
    );
    expect(handedOver).toBeLessThan(1.5);
    const full = await consul.until(() => consul.isFull(), from, 120);
    expect(full).toBeGreaterThan(45);
    expect(await consul.get(leader, 'course/page')).toBe('kept');
  });

  it('row 2c: a second loss before the first has come back ends the quorum for good', async () => {
    const scene = await prepare('consul', seed);
    const { cluster, consul, leader, followers } = scene;
    cluster.deletePod(followers[0], { force: true });
    cluster.advance(14);
    cluster.deletePod(leader, { force: true });
    cluster.advance(130);
    expect(await consul.leader()).toBeUndefined();
    const views = await consul.views();
    expect(views.map(view => view?.leader)).toEqual(['', '', '']);
  });

  it('row 3: two losses leave a survivor that still has the keys', async () => {
    const scene = await prepare('consul', seed);
    const { cluster, consul, leader, followers, from } = scene;
    for (const name of followers) cluster.deletePod(name, { force: true });
    const lost = await consul.until(
      async () => (await consul.view(leader))!.leader === '',
      from,
      20,
    );
    expect(lost).toBeLessThan(6);
    cluster.advance(90);
    const fresh = [];
    for (const name of followers) fresh.push(await consul.view(name));
    const survivor = (await consul.view(leader))!;
    expect(survivor.peers).toHaveLength(3);
    expect(Object.values(survivor.members)).toEqual([1, 1, 1]);
    for (const view of fresh) {
      expect(view).toMatchObject({ leader: '', peers: [], lastIndex: 0 });
    }
    const read = await cluster.request(leader, '/v1/kv/course/page?raw');
    expect([read.status, read.text]).toEqual([500, 'No cluster leader']);
    const stale = await cluster.request(leader, '/v1/kv/course/page?stale&raw');
    expect(stale.text).toBe('kept');
    const empty = await cluster.request(
      followers[0],
      '/v1/operator/raft/configuration?stale',
    );
    expect(empty.status).toBe(500);
    expect(cluster.log(followers[0])).toContain(
      'Existing Raft peers reported by server, disabling bootstrap mode',
    );
    expect(cluster.log(leader)).toMatch(
      /pre-vote campaign failed.*votesNeeded=2/,
    );
    for (const name of consul.names()) {
      expect(cluster.pod(name)?.status.phase).toBe('Running');
    }
  });

  it('row 6: three losses make a new and empty cluster', async () => {
    const { cluster, consul, from } = await prepare('consul', seed);
    const before = await consul.views();
    for (const name of consul.names()) cluster.deletePod(name, { force: true });
    cluster.advance(2);
    const full = await consul.until(() => consul.isFull(), from, 40);
    expect(full).toBeLessThan(25);
    const after = await consul.views();
    expect(after.map(view => view?.nodeId)).not.toEqual(
      before.map(view => view?.nodeId),
    );
    expect(await consul.get('consul-0', 'course/page')).toBeUndefined();
    const health = await cluster.request(
      'consul-0',
      '/v1/operator/autopilot/health',
    );
    expect(JSON.parse(health.text)).toMatchObject({
      Healthy: true,
      FailureTolerance: 1,
    });
  });
});

describe.each(SEEDS)('Consul with claims, seed %i', seed => {
  const SET = 'consul-persistent';

  it('row 5a: two losses mend by themselves', async () => {
    const scene = await prepare(SET, seed);
    const { cluster, consul, leader, followers, from } = scene;
    const before = await consul.views();
    for (const name of followers) cluster.deletePod(name, { force: true });
    cluster.advance(5);
    const back = await consul.until(
      async () => (await consul.leader()) !== undefined,
      from,
      40,
    );
    expect(back).toBeLessThan(20);
    const full = await consul.until(() => consul.isFull(), from, 120);
    expect(full).toBeLessThan(100);
    const after = await consul.views();
    expect(after.map(view => view?.nodeId)).toEqual(
      before.map(view => view?.nodeId),
    );
    expect(await consul.get(leader, 'course/page')).toBe('kept');
  });

  it('row 5b: two losses with their claims are lost for good', async () => {
    const scene = await prepare(SET, seed);
    const { cluster, consul, followers } = scene;
    for (const name of followers) {
      cluster.store.delete('persistentvolumeclaims', 'course', `data-${name}`);
      cluster.deletePod(name, { force: true });
    }
    cluster.advance(120);
    expect(await consul.leader()).toBeUndefined();
    for (const name of followers) {
      expect(await consul.view(name)).toMatchObject({ peers: [] });
    }
  });

  it('row 7: all three come back with their keys at new addresses', async () => {
    const { cluster, consul, from } = await prepare(SET, seed);
    const before = await consul.views();
    const addresses = consul
      .names()
      .map(name => cluster.pod(name)?.status.podIP);
    for (const name of consul.names()) cluster.deletePod(name, { force: true });
    cluster.advance(2);
    const full = await consul.until(() => consul.isFull(), from, 40);
    expect(full).toBeLessThan(25);
    const after = await consul.views();
    expect(after.map(view => view?.nodeId)).toEqual(
      before.map(view => view?.nodeId),
    );
    const now = consul.names().map(name => cluster.pod(name)?.status.podIP);
    for (const [index, address] of addresses.entries()) {
      expect(now[index]).not.toBe(address);
    }
    expect(await consul.get(`${SET}-0`, 'course/page')).toBe('kept');
  });
});
