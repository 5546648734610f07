import { openWatch } from './testing/openWatch';
import { startTestCluster, TestCluster } from './testing/startTestCluster';

const PODS = '/api/v1/namespaces/course/pods';

describe('faults', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster({ bookmarkIntervalMs: 10 });
  });
  afterEach(() => cluster.close());

  it('refuses chosen requests, some times or until it is taken back', async () => {
    cluster.faults.onRequests({
      matches: { verb: 'list', resource: 'pods', user: 'practice-admin' },
      status: 429,
      retryAfterSeconds: 2,
      times: 1,
    });
    const first = await cluster.ask('GET', PODS);
    expect(first.status).toBe(429);
    expect(first.headers.get('retry-after')).toBe('2');
    expect(first.body).toMatchObject({
      kind: 'Status',
      reason: 'TooManyRequests',
      details: { retryAfterSeconds: 2 },
    });
    expect((await cluster.ask('GET', PODS)).status).toBe(200);

    const end = cluster.faults.onRequests({ status: 401 });
    expect((await cluster.ask('GET', '/version')).status).toBe(401);
    end();
    expect((await cluster.ask('GET', '/version')).status).toBe(200);
  });

  it('delays and resets', async () => {
    cluster.faults.onRequests({ delayMs: 80, times: 1 });
    const begin = performance.now();
    await cluster.ask('GET', PODS);
    expect(performance.now() - begin).toBeGreaterThan(75);
    cluster.faults.onRequests({ reset: true, times: 1 });
    await expect(cluster.ask('GET', PODS)).rejects.toThrow();
  });

  it('drops connections, and takes new ones', async () => {
    const watch = await openWatch(cluster, `${PODS}?watch=1`);
    cluster.faults.dropConnections();
    await expect(watch.next()).rejects.toThrow();
    expect((await cluster.ask('GET', PODS)).status).toBe(200);
  });

  it('stalls watches without a sound', async () => {
    const watch = await openWatch(
      cluster,
      `${PODS}?watch=1&allowWatchBookmarks=true`,
    );
    expect((await watch.next()).type).toBe('BOOKMARK');
    const resume = cluster.faults.stallWatches();
    cluster.createPod('a');
    let heard = false;
    const next = (async () => {
      let event = await watch.next();
      while (event.type === 'BOOKMARK' && !heard) event = await watch.next();
      heard = true;
      return event;
    })();
    await new Promise(resolve => setTimeout(resolve, 60));
    expect(heard).toBe(false);
    resume();
    expect((await next).type).toBe('ADDED');
    watch.leave();
  });

  it('ends watches with 410, and forgets what was', async () => {
    const { metadata } = cluster.createPod('a');
    cluster.createPod('b');
    const path = `${PODS}?watch=1&resourceVersion=${metadata.resourceVersion}`;
    const watch = await openWatch(cluster, path);
    expect((await watch.next()).type).toBe('ADDED');
    cluster.faults.failWatches('pods');
    expect((await watch.next()).object.code).toBe(410);
    expect(await watch.next()).toBeUndefined();
    cluster.faults.forgetHistory();
    const again = await openWatch(cluster, path);
    expect((await again.next()).object.code).toBe(410);
  });

  it('writes nonsense into watches', async () => {
    const watch = await openWatch(cluster, `${PODS}?watch=1`);
    cluster.faults.writeToWatches('pods', '{"type":');
    expect(await watch.next()).toBe('{"type":');
    watch.leave();
  });
});
