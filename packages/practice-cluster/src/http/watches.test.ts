import { openWatch } from './testing/openWatch';
import { startTestCluster, TestCluster } from './testing/startTestCluster';

const PODS = '/api/v1/namespaces/course/pods';

describe('watches', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster({
      watchWindow: 5,
      bookmarkIntervalMs: 20,
    });
  });
  afterEach(() => cluster.close());

  const label = (name: string, value: string) =>
    cluster.store.update('pods', 'course', name, ({ metadata }) => {
      metadata.labels = { ...metadata.labels, app: value };
    });

  it('begins where it is told to, and goes on', async () => {
    const { metadata } = cluster.createPod('a');
    cluster.createPod('b');
    const watch = await openWatch(
      cluster,
      `${PODS}?watch=true&resourceVersion=${metadata.resourceVersion}`,
    );
    expect(await watch.next()).toMatchObject({
      type: 'ADDED',
      object: { kind: 'Pod', metadata: { name: 'b' } },
    });
    label('a', 'other');
    expect((await watch.next()).type).toBe('MODIFIED');
    cluster.store.remove('pods', 'course', 'a');
    expect(await watch.next()).toMatchObject({
      type: 'DELETED',
      object: {
        metadata: {
          name: 'a',
          resourceVersion: cluster.store.resourceVersion,
        },
      },
    });
    watch.leave();
  });

  it.each(['', '&resourceVersion=0'])(
    'begins with the whole state without a version%s',
    async version => {
      cluster.createPod('a');
      const watch = await openWatch(cluster, `${PODS}?watch=true${version}`);
      expect(await watch.next()).toMatchObject({
        type: 'ADDED',
        object: { metadata: { name: 'a' } },
      });
      watch.leave();
    },
  );

  it('tells the end of the initial events, then bookmarks', async () => {
    cluster.createPod('a');
    const watch = await openWatch(
      cluster,
      `${PODS}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
    );
    expect((await watch.next()).type).toBe('ADDED');
    expect(await watch.next()).toEqual({
      type: 'BOOKMARK',
      object: {
        kind: 'Pod',
        apiVersion: 'v1',
        metadata: {
          resourceVersion: cluster.store.resourceVersion,
          annotations: { 'k8s.io/initial-events-end': 'true' },
        },
      },
    });
    expect(await watch.next()).toEqual({
      type: 'BOOKMARK',
      object: {
        kind: 'Pod',
        apiVersion: 'v1',
        metadata: { resourceVersion: cluster.store.resourceVersion },
      },
    });
    watch.leave();
  });

  it('refuses initial events without their match', async () => {
    const { status, body } = await cluster.ask(
      'GET',
      `${PODS}?watch=1&sendInitialEvents=true`,
    );
    expect(status).toBe(422);
    expect(body.message).toContain(
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  });

  it('turns changes of what matches into additions and deletions', async () => {
    const { metadata } = cluster.createPod('a');
    const watch = await openWatch(
      cluster,
      `${PODS}?watch=1&labelSelector=app%3Dother&resourceVersion=${metadata.resourceVersion}`,
    );
    label('a', 'other');
    expect((await watch.next()).type).toBe('ADDED');
    label('a', 'web');
    expect(await watch.next()).toMatchObject({
      type: 'DELETED',
      object: {
        metadata: {
          labels: { app: 'other' },
          resourceVersion: cluster.store.resourceVersion,
        },
      },
    });
    watch.leave();
  });

  it('says 410 in the stream when the version is forgotten', async () => {
    const { metadata } = cluster.createPod('a');
    for (let index = 0; index < 10; index += 1) label('a', `v${index}`);
    const watch = await openWatch(
      cluster,
      `${PODS}?watch=1&resourceVersion=${metadata.resourceVersion}`,
    );
    expect(watch.status).toBe(200);
    expect(await watch.next()).toMatchObject({
      type: 'ERROR',
      object: {
        kind: 'Status',
        code: 410,
        reason: 'Expired',
        message: expect.stringContaining('too old resource version'),
      },
    });
    expect(await watch.next()).toBeUndefined();
  });

  it('ends when its time is up, and is counted while it is open', async () => {
    const watch = await openWatch(cluster, `${PODS}?watch=1&timeoutSeconds=1`);
    expect(cluster.counters.openStreams).toBe(1);
    expect(await watch.next()).toBeUndefined();
    await waitFor(() => cluster.counters.openStreams === 0);
    expect(cluster.counters.requestsByKind.get('watch pods')).toBe(1);
    expect(cluster.counters.bytesSent).toBeGreaterThan(0);
  });

  it('leaves nothing behind when clients go away', async () => {
    const watches = await Promise.all(
      Array.from({ length: 50 }, () => openWatch(cluster, `${PODS}?watch=1`)),
    );
    expect(cluster.counters.openStreams).toBe(50);
    for (const watch of watches) watch.leave();
    await waitFor(() => cluster.counters.openStreams === 0);
    expect(cluster.counters.openStreams).toBe(0);
  });

  it('writes Tables, their columns once', async () => {
    cluster.createPod('a');
    const watch = await openWatch(
      cluster,
      `${PODS}?watch=1`,
      'application/json;as=Table;v=v1;g=meta.k8s.io',
    );
    const first = await watch.next();
    expect(first.object.columnDefinitions[0].name).toBe('Name');
    expect(first.object.rows[0].cells[0]).toBe('a');
    label('a', 'other');
    const second = await watch.next();
    expect(second.object.columnDefinitions).toEqual([]);
    expect(second.object.rows).toHaveLength(1);
    watch.leave();
  });
});

async function waitFor(reached: () => boolean) {
  for (let turn = 0; turn < 200 && !reached(); turn += 1) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
