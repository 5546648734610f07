import { TestCluster } from './testing/TestCluster';

/** The same deeds at the same instants. */
async function live(seed: number) {
  const cluster = new TestCluster(seed);
  cluster.advance(60);
  cluster.deletePod('consul-1');
  cluster.advance(7.3);
  cluster.deletePod('consul-persistent-0', { force: true });
  await cluster.request('consul-0', '/v1/kv/a', { method: 'PUT', body: 'b' });
  cluster.advance(20);
  cluster.core.machines.cutPower('node-2');
  cluster.core.setStorage(false);
  cluster.advance(90);
  cluster.core.machines.start('node-2');
  cluster.advance(60);
  return cluster;
}

describe('the core', () => {
  it('does the same again with the same seed, down to uids and log lines', async () => {
    const [one, other] = [await live(11), await live(11)];
    expect(one.trace.length).toBeGreaterThan(300);
    expect(other.trace).toEqual(one.trace);
    for (const pod of ['consul-0', 'consul-persistent-1', 'web-0']) {
      expect(other.log(pod)).toBe(one.log(pod));
    }
    expect(other.store.list('pods')).toEqual(one.store.list('pods'));
  });

  it('does otherwise with another seed', async () => {
    expect((await live(12)).trace).not.toEqual((await live(11)).trace);
  });

  it('does not depend on the steps in which time passes', () => {
    const coarse = new TestCluster(3);
    coarse.advance(30);
    const fine = new TestCluster(3);
    for (let step = 0; step < 30_000; step += 7) fine.clock.advance(7);
    fine.clock.advanceTo(coarse.clock.now());
    const until = (cluster: TestCluster) =>
      cluster.trace.filter(line => Number(line.split(' ')[0]) <= 29_000);
    expect(until(fine)).toEqual(until(coarse));
  });
});
