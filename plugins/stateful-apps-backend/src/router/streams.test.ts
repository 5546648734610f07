import { FakeGateway } from '../__testUtils__/FakeGateway';
import { ManualClock } from '../__testUtils__/ManualClock';
import { expectDescribed } from '../__testUtils__/openApi';
import { rawPod, rawStatefulSet } from '../__testUtils__/rawObjects';
import { SseReader } from '../__testUtils__/SseReader';
import { startPlugin } from '../__testUtils__/startPlugin';

const APP = '/apps/one/course/web';
const APP_EVENTS = '/apps/{cluster}/{namespace}/{name}/events';

// A backend starts in seconds on a machine that has other work.
jest.setTimeout(60_000);

describe('the event streams', () => {
  const readers: SseReader[] = [];
  let clock: ManualClock;
  let gateway: FakeGateway;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  function read(path: string): SseReader {
    const reader = new SseReader(`${plugin.url}${path}`);
    readers.push(reader);
    return reader;
  }

  /** Lets events come through: sockets take real time, assessing takes the clock's. */
  async function until<T>(found: Promise<T>): Promise<T> {
    let waiting = true;
    const result = found.finally(() => {
      waiting = false;
    });
    while (waiting) {
      await clock.advance(20);
      await new Promise(resolve => setTimeout(resolve, 2));
    }
    return result;
  }

  beforeEach(async () => {
    clock = new ManualClock();
    gateway = new FakeGateway();
    gateway.put('statefulsets', rawStatefulSet('web', { replicas: 2 }));
    gateway.put('pods', rawPod('web', 0));
    gateway.put('pods', rawPod('web', 1));
    plugin = await startPlugin({ gateway, clock });
    await plugin.ready(APP);
    await clock.advance(1000);
  });

  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close();
    await plugin.stop();
  });

  describe('of one app', () => {
    it('gives the view at once, and each that follows', async () => {
      const reader = read(`${APP}/events`);
      const first = await until(reader.next());
      expect(first).toMatchObject({ type: 'view' });
      expect(reader.headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': expect.stringContaining('no-transform'),
      });
      gateway.remove('pods', 'course-web-1');
      gateway.put('pods', rawPod('web', 1, { uid: 'new' }));
      const next = await until(
        reader.next(it => it.view?.identities[1].pod?.uid === 'new'),
      );
      expect(next.revision).toBeGreaterThan(first.revision);
      expect(next.view.identities[1].replaced).toMatchObject({
        fromUid: 'course-web-1',
        toUid: 'new',
      });
      expect(reader.ids).toEqual(reader.messages.map(it => `${it.revision}`));
      for (const message of reader.messages) {
        expectDescribed(APP_EVENTS, 200, message);
      }
      const history = await fetch(`${plugin.url}${APP}/history`);
      expect(await history.json()).toMatchObject({
        items: [{ ordinal: 1, fromUid: 'course-web-1', toUid: 'new' }],
      });
    });

    it('gives nothing twice to who comes back', async () => {
      const { revision } = await until(read(`${APP}/events`).next());
      const back = await until(read(`${APP}/events?after=${revision}`).next());
      expect(back).toMatchObject({ type: 'heartbeat', revision });
      const behind = read(`${APP}/events?after=${revision - 1}`);
      expect(await until(behind.next())).toMatchObject({
        type: 'view',
        revision,
      });
    });

    it('gives a sign of life each 10 s, with the instant of the data', async () => {
      const reader = read(`${APP}/events`);
      const { revision } = await until(reader.next());
      await clock.advance(9_000);
      expect(reader.messages).toHaveLength(1);
      const message = await until(reader.next(it => it.type === 'heartbeat'));
      expect(message).toMatchObject({ revision });
      expect(clock.now() - Date.parse(message.asOf)).toBeLessThan(1000);
      expectDescribed(APP_EVENTS, 200, message);
    });

    it('pushes at most five times a second, the newest last', async () => {
      const reader = read(`${APP}/events`);
      await until(reader.next());
      const start = clock.now();
      for (let index = 0; index < 40; index++) {
        gateway.put('pods', rawPod('web', 1, { restarts: index }));
        await clock.advance(25);
        await new Promise(resolve => setTimeout(resolve, 2));
      }
      gateway.put('pods', rawPod('web', 1, { uid: 'last' }));
      await until(
        reader.next(it => it.view?.identities[1].pod?.uid === 'last'),
      );
      const seconds = (clock.now() - start) / 1000;
      expect(reader.messages.length - 1).toBeGreaterThan(2);
      expect(reader.messages.length - 1).toBeLessThanOrEqual(5 * seconds + 2);
    });

    it('says that the app is gone, and ends', async () => {
      const reader = read(`${APP}/events`);
      await until(reader.next());
      gateway.remove('statefulsets', 'course-web');
      const message = await until(reader.next(it => it.type === 'gone'));
      expect(message.reason).toBe('The StatefulSet was deleted.');
      expectDescribed(APP_EVENTS, 200, message);
      await reader.end();
      const again = read(`${APP}/events`);
      await again.answered();
      expect(again.status).toBe(404);
    });

    it('gives one user 32 streams and no more', async () => {
      const open = Array.from({ length: 32 }, () => read(`${APP}/events`));
      for (const reader of open) await until(reader.next());
      const tooMany = read('/events');
      await tooMany.end();
      expect(tooMany.status).toBe(429);
      expect(tooMany.body).toMatch(/32 event streams open/);
      open[0].close();
      let status = 429;
      while (status === 429) {
        const retry = read('/events');
        await retry.answered();
        status = retry.status;
      }
      expect(status).toBe(200);
    });
  });

  describe('of the fleet', () => {
    it('begins with the clusters, and gives rows as they change', async () => {
      const reader = read('/events');
      const first = await until(reader.next());
      expect(first).toMatchObject({
        type: 'changes',
        changed: [],
        removed: [],
        clusters: [{ name: 'one', state: 'live' }],
      });
      gateway.put('pods', rawPod('web', 1, { ready: false }));
      const changed = await until(reader.next(it => it.changed?.length > 0));
      expect(changed.changed[0]).toMatchObject({
        id: 'one/course/web',
        identities: expect.stringMatching(/^h[eup]$/),
      });
      gateway.put('statefulsets', rawStatefulSet('new'));
      await until(
        reader.next(it =>
          it.changed?.some((row: any) => row.id === 'one/course/new'),
        ),
      );
      gateway.remove('statefulsets', 'course-web');
      const removed = await until(reader.next(it => it.removed?.length > 0));
      expect(removed.removed).toEqual([
        { cluster: 'one', namespace: 'course', name: 'web' },
      ]);
      for (const message of reader.messages) {
        expectDescribed('/events', 200, message);
      }
    });

    it('tells who comes back what happened meanwhile', async () => {
      const list = await fetch(`${plugin.url}/apps`);
      const { revision } = (await list.json()) as { revision: number };
      const live = read('/events');
      await until(live.next());
      gateway.remove('statefulsets', 'course-web');
      gateway.put('statefulsets', rawStatefulSet('new'));
      await until(
        live.next(it =>
          it.changed?.some((row: any) => row.id === 'one/course/new'),
        ),
      );
      const back = await until(read(`/events?after=${revision}`).next());
      expect(back.changed.map((row: any) => row.id)).toEqual([
        'one/course/new',
      ]);
      expect(back.removed.map((ref: any) => ref.name)).toEqual(['web']);
    });

    it('sends who was away too long back to the list', async () => {
      const reader = read('/events?after=1');
      const message = await until(reader.next());
      expect(message.type).toBe('resync');
      expectDescribed('/events', 200, message);
    });

    it('gives a sign of life each 10 s', async () => {
      const reader = read('/events');
      await until(reader.next());
      const message = await until(reader.next(it => it.type === 'heartbeat'));
      expect(message.asOf).toBeDefined();
      expectDescribed('/events', 200, message);
    });
  });
});
