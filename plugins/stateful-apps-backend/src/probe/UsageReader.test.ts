import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { cluster, FakeGateway } from '../__testUtils__/FakeGateway';
import { ManualClock } from '../__testUtils__/ManualClock';
import { Interest } from './Interest';
import { UsageReader } from './UsageReader';

const REF: AppRef = { cluster: 'one', namespace: 'course', name: 'consul' };
const VOLUME = {
  name: 'data',
  time: '2026-11-22T10:00:00Z',
  usedBytes: 10,
  capacityBytes: 100,
  inodesUsed: 1,
  inodes: 20,
  availableBytes: 90,
};

describe('UsageReader', () => {
  let clock: ManualClock;
  let gateway: FakeGateway;
  let interest: Interest;
  let asked: string[];
  let told: AppRef[];
  let reader: UsageReader;

  function create(nodeStats: boolean): void {
    reader = new UsageReader({
      gateway,
      cluster: { ...cluster('one'), nodeStats },
      clock,
      interest,
      onUsage: ref => told.push(ref),
    });
    reader.setNodes(REF, ['node-1', 'node-2']);
  }

  beforeEach(() => {
    clock = new ManualClock();
    gateway = new FakeGateway();
    interest = new Interest(clock);
    asked = [];
    told = [];
    gateway.stats = async node => {
      asked.push(node);
      return {
        pods: [
          { podRef: { uid: `pod-on-${node}` }, volume: [VOLUME, { name: 1 }] },
          { podRef: 'nonsense' },
        ],
      };
    };
  });

  afterEach(() => reader.stop());

  it('reads the nodes of an app when somebody begins to look, and then each minute', async () => {
    create(true);
    expect(reader.unknown(REF)).toMatch(/while somebody looks/);
    await clock.advance(300_000);
    expect(asked).toEqual([]);
    const close = interest.open(REF);
    interest.open(REF);
    await clock.advance(0);
    expect(asked).toEqual(['node-1', 'node-2']);
    expect(told).toEqual([REF, REF]);
    expect(reader.unknown(REF)).toBeUndefined();
    const { name, time, availableBytes, ...numbers } = VOLUME;
    expect(reader.usageOf(new Set(['pod-on-node-1']))).toEqual([
      { podUid: 'pod-on-node-1', volume: name, at: time, ...numbers },
    ]);
    await clock.advance(300_000);
    expect(asked).toHaveLength(2 + 5 * 2);
    close();
  });

  it('asks no kubelet where that is not switched on, and says how to', async () => {
    create(false);
    interest.open(REF);
    await clock.advance(120_000);
    expect(asked).toEqual([]);
    expect(reader.unknown(REF)).toMatch(/usage\.kubeletStats/);
  });

  it('says which right is missing, and asks for it seldom', async () => {
    create(true);
    gateway.stats = async node => {
      asked.push(node);
      throw new GatewayError('forbidden', 'no');
    };
    interest.open(REF);
    await clock.advance(540_000);
    expect(asked).toHaveLength(2);
    expect(reader.unknown(REF)).toMatch(/may not get nodes\/proxy/);
    await clock.advance(120_000);
    expect(asked).toHaveLength(4);
  });

  it('says which node does not answer', async () => {
    create(true);
    gateway.stats = async node => {
      if (node === 'node-2') throw new GatewayError('timeout', 'Took 30 s.');
      return { pods: 'nonsense' };
    };
    interest.open(REF);
    await clock.advance(0);
    expect(reader.unknown(REF)).toBe(
      'Disk use of node node-2 cannot be read: Took 30 s.',
    );
    expect(reader.usageOf(new Set(['pod-on-node-1']))).toEqual([]);
  });
});
