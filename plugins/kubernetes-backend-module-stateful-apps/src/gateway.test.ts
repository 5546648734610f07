import { mockCredentials } from '@backstage/backend-test-utils';
import {
  GATEWAY_HEADER,
  GATEWAY_PATH,
} from '@stateful-apps/backstage-plugin-node';
import { gzipSync } from 'node:zlib';
import { eventually } from './__testUtils__/eventually';
import { GatewayRig } from './__testUtils__/GatewayRig';

jest.setTimeout(60_000);

describe('the gateway inside plugin-kubernetes', () => {
  let rig: GatewayRig;

  beforeAll(async () => {
    rig = await GatewayRig.start();
  });
  beforeEach(() => {
    rig.upstream.seen.length = 0;
  });
  afterAll(() => rig.stop());

  it("keeps plugin-kubernetes' own routes", async () => {
    const response = await fetch(`${rig.stack.base}/clusters`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    expect(response.status).toBe(200);
    expect((await response.json()).items).toHaveLength(3);
    const unknown = await fetch(`${rig.stack.base}${GATEWAY_PATH}x`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    expect(unknown.status).toBe(404);
    expect(unknown.headers.has(GATEWAY_HEADER)).toBe(false);
  });

  it('passes a list on as it is, compressed where it is compressed', async () => {
    const list = { kind: 'PodList', items: [{ text: 'x'.repeat(10_000) }] };
    rig.upstream.answer = (request, response) => {
      expect(request.headers['accept-encoding']).toContain('gzip');
      response
        .writeHead(200, { 'Content-Encoding': 'gzip' })
        .end(gzipSync(JSON.stringify(list)));
    };
    const response = await rig.stack.get(
      `${rig.pods}?namespace=course&limit=250&continue=abc&resourceVersion=7&resourceVersionMatch=NotOlderThan`,
    );
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toEqual(list);
    const [{ url, headers }] = rig.upstream.seen;
    expect(url).toBe(
      '/prefix/api/v1/namespaces/course/pods?limit=250&continue=abc&resourceVersion=7&resourceVersionMatch=NotOlderThan',
    );
    expect(headers.authorization).toBe('Bearer reading');
  });

  it('passes on each line of a watch at once', async () => {
    let send: (text: string) => void = () => {};
    rig.upstream.answer = (request, response) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      response.writeHead(200).flushHeaders();
      send = text => response.write(text);
    };
    const response = await rig.stack.get(rig.watch);
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(response.headers.has('content-encoding')).toBe(false);
    const reader = response.body!.getReader();
    for (const line of ['{"a":1}\n', '{"b":2}\n']) {
      send(line);
      const { value } = await reader.read();
      expect(Buffer.from(value!).toString()).toBe(line);
    }
    await reader.cancel();
    expect(rig.upstream.seen[0].url).toBe(
      '/prefix/api/v1/pods?watch=1&allowWatchBookmarks=true&resourceVersion=1&timeoutSeconds=300',
    );
  });

  it('leaves nothing open at the API server when 100 callers leave', async () => {
    rig.upstream.answer = (_request, response) => {
      // Half of them get no answer before they leave.
      if (rig.upstream.seen.length % 2) response.writeHead(200).write('{}\n');
    };
    const leave = new AbortController();
    const callers = Array.from({ length: 100 }, async () => {
      const response = await rig.stack.get(rig.watch, undefined, leave.signal);
      await response.text();
    });
    const outcome = Promise.allSettled(callers);
    await eventually(() => rig.upstream.openStreams === 100);
    leave.abort();
    await outcome;
    await eventually(() => rig.upstream.openStreams === 0);
    expect(rig.upstream.seen).toHaveLength(100);
  });

  it('stops reading from the API server while the caller does not read', async () => {
    let written = 0;
    rig.upstream.answer = (_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const fill = () => {
        while (!response.destroyed && response.write(chunk)) written += 1;
        written += 1;
      };
      response.on('drain', fill);
      fill();
    };
    const leave = new AbortController();
    await rig.stack.get(rig.watch, undefined, leave.signal);
    let before = -1;
    await eventually(() => {
      const isStill = before === written;
      before = written;
      return isStill;
    }, 300);
    expect(written * 64 * 1024).toBeLessThan(64 * 1024 * 1024);
    leave.abort();
    await eventually(() => rig.upstream.openStreams === 0);
  });

  it("gives the API server's own words for each of its failures", async () => {
    const cases: Array<[number, string, object]> = [
      [403, 'pods is forbidden', { status: 403, reason: 'forbidden' }],
      [404, 'no such kind', { status: 404, reason: 'not-found' }],
      [410, 'too old', { status: 410, reason: 'gone' }],
      [500, 'etcd is gone', { status: 500, reason: 'server-error' }],
      [422, 'odd', { status: 422, reason: 'malformed' }],
    ];
    for (const [code, message, expected] of cases) {
      rig.fail(code, message);
      for (const path of [rig.pods, rig.watch]) {
        expect(await rig.failure(await rig.stack.get(path))).toMatchObject({
          ...expected,
          message,
          header: true,
        });
      }
    }
  });

  it('passes Retry-After on', async () => {
    rig.upstream.answer = (_request, response) =>
      response.writeHead(429, { 'Retry-After': '7' }).end('slow down');
    const response = await rig.stack.get(rig.pods);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await rig.failure(response)).toMatchObject({
      reason: 'throttled',
      message: 'slow down',
      retryAfterMs: 7000,
    });
  });

  it('follows no redirect', async () => {
    rig.upstream.answer = (_request, response) =>
      response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    expect(await rig.failure(await rig.stack.get(rig.pods))).toMatchObject({
      reason: 'malformed',
      message: expect.stringContaining('redirect'),
    });
  });

  it('says where it cannot connect to', async () => {
    const path = rig.pods.replace('one', 'nobody');
    expect(await rig.failure(await rig.stack.get(path))).toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(/127\.0\.0\.1:1 \(ECONNREFUSED\)/),
    });
  });

  it('asks for a new credential when one is rejected, once', async () => {
    rig.tokens.splice(0, rig.tokens.length, 'second', 'third');
    rig.upstream.answer = ({ headers }, response) =>
      headers.authorization === 'Bearer second'
        ? response.writeHead(200).end('{}')
        : GatewayRig.sendStatus(response, 401, 'Unauthorized');
    expect((await rig.stack.get(rig.pods)).status).toBe(200);
    expect(rig.upstream.seen).toHaveLength(2);

    rig.upstream.seen.length = 0;
    rig.fail(401, 'Unauthorized');
    expect(await rig.failure(await rig.stack.get(rig.pods))).toMatchObject({
      status: 401,
      reason: 'unauthorized',
      message: expect.not.stringContaining('third'),
    });
    expect(rig.upstream.seen).toHaveLength(2);
  });

  it('reads the stats of a node where that is switched on', async () => {
    rig.upstream.answer = ({ url }, response) =>
      response.writeHead(200).end(JSON.stringify({ url }));
    const response = await rig.stack.get(
      '/clusters/one/nodes/node-1.example/stats',
    );
    expect(await response.json()).toEqual({
      url: '/prefix/api/v1/nodes/node-1.example/proxy/stats/summary',
    });
    const off = await rig.stack.get('/clusters/nobody/nodes/node-1/stats');
    expect(await rig.failure(off)).toMatchObject({
      reason: 'forbidden',
      message: expect.stringContaining('usage.kubeletStats'),
    });
  });

  it('does not read a cluster with the tokens of users, nor one that it does not know', async () => {
    expect(
      await rig.failure(await rig.stack.get(rig.pods.replace('one', 'users'))),
    ).toMatchObject({ reason: 'unreadable' });
    expect(
      await rig.failure(
        await rig.stack.get(rig.pods.replace('one', 'constructor')),
      ),
    ).toMatchObject({
      reason: 'not-found',
      message: expect.stringContaining('no cluster of this name'),
    });
  });

  it('lists resources without a namespace in no namespace', async () => {
    const path = '/clusters/one/resources/nodes?namespace=course';
    expect(await rig.failure(await rig.stack.get(path))).toMatchObject({
      reason: 'malformed',
      message: 'nodes have no namespace.',
    });
  });
});
