import { TestCluster } from '../world/testing/TestCluster';

const cluster = new TestCluster(1).settled();

const refusal = (promise: Promise<unknown>) =>
  cluster.answer(
    promise.then(
      () => undefined,
      ({ code, message }) => ({ code, message }),
    ),
  );

describe('DefaultPodRuntime', () => {
  it('serves files as nginx does', async () => {
    const page = await cluster.request('web-0', '/', { port: 80 });
    expect(page).toMatchObject({
      status: 200,
      headers: {
        Server: expect.stringMatching(/^nginx\//),
        'Content-Type': 'text/html',
        ETag: expect.stringMatching(/^"[0-9a-f]+-[0-9a-f]+"$/),
      },
    });
    expect(page.text).toContain('This is the site of web-0');
    const missing = await cluster.request('web-0', '/none', { port: 80 });
    expect(missing.status).toBe(404);
    expect(missing.text).toContain('<center><h1>404 Not Found</h1></center>');
    await cluster.exec('web-1', 'rm', '/usr/share/nginx/html/index.html');
    const bare = await cluster.request('web-1', '/', { port: 80 });
    expect(bare.status).toBe(403);
    expect(cluster.log('web-0')).toContain('"GET /none HTTP/1.1" 404');
  });

  it('refuses in the words of the API server', async () => {
    expect(() => cluster.log('nobody')).toThrow('pods "nobody" not found');
    expect(() =>
      cluster.core.runtime.logs('course', 'web-0', { container: 'x' }),
    ).toThrow('container x is not valid for pod web-0');
    expect(() => cluster.log('web-0', true)).toThrow(
      'previous terminated container "nginx" in pod "web-0" not found',
    );
    const ip = cluster.pod('web-0')?.status.podIP;
    expect(await refusal(cluster.request('web-0', '/', { port: 81 }))).toEqual({
      code: 503,
      message: `error trying to reach service: dial tcp ${ip}:81: connect: connection refused`,
    });
  });

  it('refuses a pod without address, and waits for one whose address is dead', async () => {
    const lost = new TestCluster(1).settled();
    const { nodeName } = lost.pod('web-0')!.spec;
    lost.core.machines.cutPower(nodeName);
    const from = lost.clock.now();
    const answer = await lost.answer(
      lost.core.runtime
        .proxy('course', 'web-0', {
          method: 'GET',
          scheme: 'http',
          port: 80,
          path: '/',
          headers: {},
          body: new Uint8Array(),
        })
        .catch(error => error),
    );
    expect(answer).toMatchObject({ code: 503 });
    expect(lost.clock.now() - from).toBeGreaterThanOrEqual(30_000);
    lost.deletePod('web-0', { force: true });
    lost.advance(1);
    await expect(lost.request('web-0', '/', { port: 80 })).rejects.toThrow(
      'address not allowed',
    );
  });

  it('follows a log to the end of its container', async () => {
    const lines: string[] = [];
    let ended = false;
    cluster.core.runtime.followLogs(
      'course',
      'consul-0',
      {},
      ({ text }) => lines.push(text),
      () => {
        ended = true;
      },
    );
    cluster.deletePod('consul-0');
    cluster.advance(20);
    expect(lines.join('\n')).toContain('server starting leave');
    expect(ended).toBe(true);
  });
});
