import { gzipSync } from 'zlib';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import request from 'supertest';
import { cluster, FakeGateway } from '../__testUtils__/FakeGateway';
import { ManualClock } from '../__testUtils__/ManualClock';
import { rawPod, rawStatefulSet } from '../__testUtils__/rawObjects';
import { SseReader } from '../__testUtils__/SseReader';
import { startPlugin } from '../__testUtils__/startPlugin';

const NOT_FOUND = JSON.stringify({ kind: 'Status', message: 'no such pod' });

function answer(status: number, body: string) {
  return { status, contentType: 'text/html', body: Buffer.from(body) };
}

jest.setTimeout(60_000);

describe('the fleet', () => {
  const readers: SseReader[] = [];
  let clock: ManualClock;
  let gateway: FakeGateway;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  async function start(): Promise<void> {
    plugin = await startPlugin({ gateway, clock });
  }

  /** Lets time pass with sockets served between the steps. */
  async function pass(ms: number, stepMs = 500): Promise<void> {
    for (let passed = 0; passed < ms; passed += stepMs) {
      await clock.advance(stepMs);
      await new Promise(resolve => setTimeout(resolve, 1));
    }
  }

  beforeEach(() => {
    clock = new ManualClock();
    gateway = new FakeGateway();
  });

  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close();
    await plugin.stop();
  });

  it('shows the clusters that answer while others do not', async () => {
    gateway.clusters = [
      cluster('dead'),
      cluster('live'),
      { ...cluster('personal'), readable: false, message: 'Needs a token.' },
    ];
    const list = gateway.list.bind(gateway);
    gateway.list = async (name, resource, options) => {
      if (name === 'dead') throw new GatewayError('unreachable', 'No route.');
      return list(name, resource, options);
    };
    gateway.put('statefulsets', rawStatefulSet('web'), 'live');
    gateway.put('pods', rawPod('web', 0), 'live');
    await start();
    await plugin.ready('/apps/live/course/web');
    await pass(1000);
    const { body } = await request(plugin.url).get('/apps');
    expect(body.items).toHaveLength(1);
    expect(body.clusters).toMatchObject([
      {
        name: 'dead',
        state: 'failed',
        message: expect.stringMatching(/No route/),
      },
      { name: 'live', state: 'live' },
      { name: 'personal', state: 'failed', message: 'Needs a token.' },
    ]);
    const dead = await request(plugin.url).get('/apps/dead/course/web');
    expect(dead.status).toBe(503);
    expect(dead.body.error.message).toMatch(/No route/);
  });

  it('takes apps of a cluster away with the cluster, and says so', async () => {
    gateway.put('statefulsets', rawStatefulSet('web'));
    gateway.put('pods', rawPod('web', 0));
    await start();
    await plugin.ready('/apps/one/course/web');
    const reader = new SseReader(`${plugin.url}/apps/one/course/web/events`);
    readers.push(reader);
    await reader.next();
    gateway.clusters = [];
    await pass(70_000, 5_000);
    const gone = await reader.next(it => it.type === 'gone');
    expect(gone.reason).toBe('Cluster one is no longer read.');
  });

  it('gives the first page of a thousand apps in 10 kB, 1.5 kB on the wire', async () => {
    for (let index = 0; index < 1000; index++) {
      const name = `app-${String(index).padStart(4, '0')}`;
      gateway.put('statefulsets', rawStatefulSet(name, { replicas: 3 }));
      for (const ordinal of [0, 1, 2])
        gateway.put('pods', rawPod(name, ordinal));
    }
    await start();
    await plugin.ready('/apps/one/course/app-0999');
    await pass(2000);
    const { text, body } = await request(plugin.url).get('/apps');
    expect(body.total).toBe(1000);
    expect(body.items).toHaveLength(50);
    expect(gzipSync(text).length).toBeLessThanOrEqual(1_500);
    expect(text.length).toBeLessThanOrEqual(10_000);
  });

  it('asks the members as often for thirty viewers as for one', async () => {
    const set = rawStatefulSet('web', { replicas: 3, image: 'nginx' });
    gateway.put('statefulsets', set);
    for (const ordinal of [0, 1, 2])
      gateway.put('pods', rawPod('web', ordinal));
    gateway.members = async ({ pod }) =>
      pod === 'web-2'
        ? answer(404, NOT_FOUND)
        : answer(200, '<title>Hello</title>');
    await start();
    await plugin.ready('/apps/one/course/web');
    const view = async () => {
      const reader = new SseReader(`${plugin.url}/apps/one/course/web/events`);
      readers.push(reader);
      await reader.next();
    };
    await view();
    await pass(30_000);
    const count = async () => {
      const before = gateway.asked.length;
      await pass(60_000);
      return gateway.asked.length - before;
    };
    const forOne = await count();
    expect(forOne).toBeGreaterThan(10);
    for (let viewers = 1; viewers < 30; viewers++) await view();
    for (let asks = 0; asks < 20; asks++) {
      await request(plugin.url).get('/apps/one/course/web');
      await request(plugin.url).get('/apps');
    }
    expect(Math.abs((await count()) - forOne)).toBeLessThanOrEqual(3);
  });
});
