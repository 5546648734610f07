import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  Gateway,
  GatewayCluster,
  GatewayError,
} from '@stateful-apps/backstage-plugin-node';
import { ManualClock } from '../__testUtils__/ManualClock';
import { DefaultFleetWatcher } from './DefaultFleetWatcher';
import { ClusterChange } from './types';

/** A gateway whose clusters hold one pod each. */
class FakeGateway implements Gateway {
  clusters: GatewayCluster[] | GatewayError = [];
  readonly open = new Map<string, number>();

  async listClusters(): Promise<GatewayCluster[]> {
    if (this.clusters instanceof GatewayError) throw this.clusters;
    return this.clusters.map(cluster => ({ ...cluster }));
  }

  async list(): Promise<unknown> {
    return { metadata: { resourceVersion: '1' }, items: [] };
  }

  async *watch(
    cluster: string,
    _resource: string,
    options: Parameters<Gateway['watch']>[2],
  ): AsyncGenerator<string> {
    this.open.set(cluster, (this.open.get(cluster) ?? 0) + 1);
    options.onOpen?.();
    await new Promise(resolve =>
      options.signal.addEventListener('abort', resolve),
    );
    this.open.set(cluster, this.open.get(cluster)! - 1);
  }

  askMember(): never {
    throw new Error('not asked here');
  }

  nodeStats(): never {
    throw new Error('not asked here');
  }
}

const cluster = (name: string, readable = true): GatewayCluster => ({
  name,
  readable,
  message: readable ? undefined : 'users only',
  probe: 'reading-credential',
});

describe('DefaultFleetWatcher', () => {
  let clock: ManualClock;
  let gateway: FakeGateway;
  let fleet: DefaultFleetWatcher;
  let changes: ClusterChange[];

  beforeEach(() => {
    clock = new ManualClock();
    gateway = new FakeGateway();
    changes = [];
  });
  afterEach(() => fleet.stop());

  const start = () => {
    fleet = DefaultFleetWatcher.create({
      gateway,
      clock,
      logger: mockServices.logger.mock(),
      config: new ConfigReader({}),
      random: () => 0.5,
    });
    fleet.subscribe(() => {
      throw new Error('a listener that fails');
    });
    fleet.subscribe(change => changes.push(change));
  };
  const names = () => [...fleet.clusters().keys()];
  const clusterChanges = () =>
    changes.filter(({ type }) => type === 'clusters').length;

  it('watches what is readable, shows the rest, and keeps up with the list', async () => {
    gateway.clusters = [cluster('a'), cluster('b', false)];
    start();
    expect(fleet.listed()).toBe(false);
    await clock.advance(1_000);
    expect(fleet.listed()).toBe(true);
    expect(fleet.clusters().get('a')?.watcher?.cluster).toBe('a');
    expect(fleet.clusters().get('b')).toEqual({
      cluster: cluster('b', false),
      watcher: undefined,
    });
    expect(gateway.open.get('a')).toBe(12);
    expect(clusterChanges()).toBe(1);

    const { watcher } = fleet.clusters().get('a')!;
    gateway.clusters = [cluster('a'), cluster('b'), cluster('c')];
    await clock.advance(61_000);
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(fleet.clusters().get('a')!.watcher).toBe(watcher);
    expect(gateway.open.get('b')).toBe(12);
    expect(clusterChanges()).toBe(2);

    gateway.clusters = [cluster('a', false), cluster('c')];
    await clock.advance(60_000);
    expect(names()).toEqual(['a', 'c']);
    expect(fleet.clusters().get('a')!.watcher).toBeUndefined();
    expect(gateway.open.get('a')).toBe(0);
    expect(gateway.open.get('b')).toBe(0);

    const before = clusterChanges();
    await clock.advance(300_000);
    expect(clusterChanges()).toBe(before);
  });

  it('keeps the last known clusters while they cannot be listed, and says why', async () => {
    gateway.clusters = [cluster('a')];
    start();
    await clock.advance(1_000);
    gateway.clusters = new GatewayError('gateway-missing', 'not there');
    await clock.advance(60_000);
    expect(fleet.problem()?.message).toBe('not there');
    expect(names()).toEqual(['a']);
    expect(gateway.open.get('a')).toBe(12);

    gateway.clusters = [cluster('a')];
    const before = clusterChanges();
    await clock.advance(30_000);
    expect(fleet.problem()).toBeUndefined();
    expect(clusterChanges()).toBe(before + 1);
  });

  it('tells of every set and state, and leaves nothing open when it stops', async () => {
    gateway.clusters = [cluster('a')];
    start();
    await clock.advance(1_000);
    expect(changes).toContainEqual({ type: 'freshness', cluster: 'a' });
    expect(
      fleet
        .clusters()
        .get('a')!
        .watcher!.freshness()
        .map(({ state }) => state),
    ).toEqual(Array(12).fill('live'));
    await fleet.stop();
    expect(gateway.open.get('a')).toBe(0);
  });
});
