import { mockCredentials } from '@backstage/backend-test-utils';
import {
  GATEWAY_HEADER,
  GATEWAY_PATH,
  MEMBER_STATUS_HEADER,
} from '@stateful-apps/backstage-plugin-node';
import fc from 'fast-check';
import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { startStack } from './__testUtils__/startStack';
import { startUpstream } from './__testUtils__/startUpstream';

const PODS = '/clusters/one/resources/pods';
const WATCH = `${PODS}/watch?resourceVersion=1&timeoutSeconds=300`;
const MEMBER =
  '/clusters/one/namespaces/course/pods/consul-0/member/consul-status-leader?scheme=http&port=8500&timeoutMs=1000&maxBytes=100';

function status(response: http.ServerResponse, code: number, message: string) {
  response
    .writeHead(code, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', message, code }));
}

describe('the gateway inside plugin-kubernetes', () => {
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let stack: Awaited<ReturnType<typeof startStack>>;
  const tokens = ['reading'];

  beforeAll(async () => {
    upstream = await startUpstream();
    stack = await startStack({
      clusters: [
        {
          name: 'one',
          title: 'Cluster one',
          url: `${upstream.url}/prefix/`,
          authProvider: 'test',
        },
        {
          name: 'users',
          url: upstream.url,
          authProvider: 'oidc',
          oidcTokenProvider: 'okta',
        },
        {
          name: 'nobody',
          url: 'http://127.0.0.1:1',
          authProvider: 'test',
        },
      ],
      config: {
        statefulApps: {
          clusters: [
            {
              name: 'one',
              probe: { serviceAccountToken: 'probing' },
              usage: { kubeletStats: true },
            },
          ],
        },
      },
      getCredential: async () => ({
        type: 'bearer token',
        token: tokens.length > 1 ? tokens.shift()! : tokens[0],
      }),
    });
  });
  beforeEach(() => {
    upstream.seen.length = 0;
  });
  afterAll(async () => {
    await stack.stop();
    await upstream.stop();
  });

  const failure = async (response: Response) => ({
    status: response.status,
    header: response.headers.has(GATEWAY_HEADER),
    ...(await response.json()).error,
  });

  describe('lets in', () => {
    it.each([
      ['nobody', mockCredentials.none.header(), 401],
      ['no user', mockCredentials.user.header(), 403],
      [
        'no other plugin',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:catalog'),
          targetPluginId: 'kubernetes',
        }),
        403,
      ],
      [
        'no external caller that calls itself alike',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('external:plugin:stateful-apps'),
          targetPluginId: 'kubernetes',
        }),
        403,
      ],
      [
        'no user on whose behalf the backend asks',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.user(),
          targetPluginId: 'kubernetes',
        }),
        403,
      ],
    ])('%s', async (_, authorization, code) => {
      for (const path of ['/clusters', PODS, WATCH, MEMBER]) {
        const response = await stack.get(path, authorization);
        expect(response.status).toBe(code);
        expect((await response.json()).error.message).not.toBe('');
      }
      expect(upstream.seen).toEqual([]);
    });

    it('the backend', async () => {
      const response = await stack.get('/clusters');
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        clusters: [
          {
            name: 'one',
            title: 'Cluster one',
            readable: true,
            probe: 'own-credential',
            nodeStats: true,
          },
          {
            name: 'users',
            readable: false,
            message: expect.stringMatching(/own 'oidc' token.*serviceAccount/),
            probe: 'reading-credential',
            nodeStats: false,
          },
          {
            name: 'nobody',
            readable: true,
            probe: 'reading-credential',
            nodeStats: false,
          },
        ],
      });
    });
  });

  it("keeps plugin-kubernetes' own routes", async () => {
    const response = await fetch(`${stack.base}/clusters`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    expect(response.status).toBe(200);
    expect((await response.json()).items).toHaveLength(3);
    const unknown = await fetch(`${stack.base}${GATEWAY_PATH}x`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    expect(unknown.status).toBe(404);
    expect(unknown.headers.has(GATEWAY_HEADER)).toBe(false);
  });

  it('passes a list on as it is, compressed where it is compressed', async () => {
    const list = { kind: 'PodList', items: [{ text: 'x'.repeat(10_000) }] };
    upstream.answer = (request, response) => {
      expect(request.headers['accept-encoding']).toContain('gzip');
      response
        .writeHead(200, { 'Content-Encoding': 'gzip' })
        .end(gzipSync(JSON.stringify(list)));
    };
    const response = await stack.get(
      `${PODS}?namespace=course&limit=250&continue=abc&resourceVersion=7&resourceVersionMatch=NotOlderThan`,
    );
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toEqual(list);
    const [{ url, headers }] = upstream.seen;
    expect(url).toBe(
      '/prefix/api/v1/namespaces/course/pods?limit=250&continue=abc&resourceVersion=7&resourceVersionMatch=NotOlderThan',
    );
    expect(headers.authorization).toBe('Bearer reading');
  });

  it('passes on each line of a watch at once', async () => {
    let send: (text: string) => void = () => {};
    upstream.answer = (request, response) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      response.writeHead(200).flushHeaders();
      send = text => response.write(text);
    };
    const response = await stack.get(WATCH);
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(response.headers.has('content-encoding')).toBe(false);
    const reader = response.body!.getReader();
    for (const line of ['{"a":1}\n', '{"b":2}\n']) {
      send(line);
      const { value } = await reader.read();
      expect(Buffer.from(value!).toString()).toBe(line);
    }
    await reader.cancel();
    expect(upstream.seen[0].url).toBe(
      '/prefix/api/v1/pods?watch=1&allowWatchBookmarks=true&resourceVersion=1&timeoutSeconds=300',
    );
  });

  it('leaves nothing open at the API server when 100 callers leave', async () => {
    upstream.answer = (_request, response) => {
      // Half of them get no answer before they leave.
      if (upstream.seen.length % 2) response.writeHead(200).write('{}\n');
    };
    const leave = new AbortController();
    const callers = Array.from({ length: 100 }, async () => {
      const response = await stack.get(WATCH, undefined, leave.signal);
      await response.text();
    });
    const outcome = Promise.allSettled(callers);
    await eventually(() => upstream.openStreams === 100);
    leave.abort();
    await outcome;
    await eventually(() => upstream.openStreams === 0);
  });

  it('stops reading from the API server while the caller does not read', async () => {
    let written = 0;
    upstream.answer = (_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const fill = () => {
        while (!response.destroyed && response.write(chunk)) written += 1;
        written += 1;
      };
      response.on('drain', fill);
      fill();
    };
    const leave = new AbortController();
    await stack.get(WATCH, undefined, leave.signal);
    let before = -1;
    await eventually(() => {
      const isStill = before === written;
      before = written;
      return isStill;
    }, 300);
    expect(written * 64 * 1024).toBeLessThan(64 * 1024 * 1024);
    leave.abort();
    await eventually(() => upstream.openStreams === 0);
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
      upstream.answer = (_request, response) => status(response, code, message);
      for (const path of [PODS, WATCH]) {
        expect(await failure(await stack.get(path))).toMatchObject({
          ...expected,
          message,
          header: true,
        });
      }
    }
  });

  it('passes Retry-After on', async () => {
    upstream.answer = (_request, response) =>
      response.writeHead(429, { 'Retry-After': '7' }).end('slow down');
    const response = await stack.get(PODS);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await failure(response)).toMatchObject({
      reason: 'throttled',
      message: 'slow down',
      retryAfterMs: 7000,
    });
  });

  it('follows no redirect', async () => {
    upstream.answer = (_request, response) =>
      response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    expect(await failure(await stack.get(PODS))).toMatchObject({
      reason: 'malformed',
      message: expect.stringContaining('redirect'),
    });
  });

  it('says where it cannot connect to', async () => {
    const path = PODS.replace('one', 'nobody');
    expect(await failure(await stack.get(path))).toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(/127\.0\.0\.1:1 \(ECONNREFUSED\)/),
    });
  });

  it('asks for a new credential when one is rejected, once', async () => {
    tokens.splice(0, tokens.length, 'second', 'third');
    upstream.answer = ({ headers }, response) =>
      headers.authorization === 'Bearer second'
        ? response.writeHead(200).end('{}')
        : status(response, 401, 'Unauthorized');
    expect((await stack.get(PODS)).status).toBe(200);
    expect(upstream.seen).toHaveLength(2);

    upstream.seen.length = 0;
    upstream.answer = (_request, response) =>
      status(response, 401, 'Unauthorized');
    expect(await failure(await stack.get(PODS))).toMatchObject({
      status: 401,
      reason: 'unauthorized',
      message: expect.not.stringContaining('third'),
    });
    expect(upstream.seen).toHaveLength(2);
  });

  describe('members', () => {
    it('are asked with a credential of their own, and answer as they like', async () => {
      upstream.answer = (_request, response) =>
        response
          .writeHead(500, { 'Content-Type': 'text/plain' })
          .end('No cluster leader');
      const response = await stack.get(MEMBER);
      expect(response.status).toBe(200);
      expect(response.headers.get(MEMBER_STATUS_HEADER)).toBe('500');
      expect(await response.text()).toBe('No cluster leader');
      const [{ url, headers }] = upstream.seen;
      expect(url).toBe(
        '/prefix/api/v1/namespaces/course/pods/http:consul-0:8500/proxy/v1/status/leader',
      );
      expect(headers.authorization).toBe('Bearer probing');
      expect(stack.audit.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'stateful-apps-member-request',
          meta: {
            cluster: 'one',
            namespace: 'course',
            pod: 'consul-0',
            operation: 'consul-status-leader',
          },
        }),
      );
    });

    it("are told from the API server's proxy", async () => {
      const words = 'error trying to reach service: connection refused';
      upstream.answer = (_request, response) => status(response, 503, words);
      expect(await failure(await stack.get(MEMBER))).toMatchObject({
        reason: 'unreachable',
        status: 503,
        message: words,
      });
      upstream.answer = (_request, response) =>
        status(response, 403, 'cannot get pods/proxy');
      expect(await failure(await stack.get(MEMBER))).toMatchObject({
        reason: 'forbidden',
        message: 'cannot get pods/proxy',
      });
    });

    it('are given up when they are slow or say too much', async () => {
      upstream.answer = () => {};
      const slow = MEMBER.replace('timeoutMs=1000', 'timeoutMs=50');
      expect(await failure(await stack.get(slow))).toMatchObject({
        reason: 'timeout',
      });
      upstream.answer = (_request, response) =>
        response.writeHead(200).end('x'.repeat(101));
      expect(await failure(await stack.get(MEMBER))).toMatchObject({
        reason: 'too-large',
      });
      await eventually(() => upstream.openStreams === 0);
    });

    it('serve pages without the links that the proxy puts into them', async () => {
      upstream.answer = (_request, response) =>
        response
          .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
          .end(
            '<a href="/api/v1/namespaces/course/pods/http:consul-0:8500/proxy/about">',
          );
      const page = MEMBER.replace('consul-status-leader', 'web-page');
      const response = await stack.get(page);
      expect(await response.text()).toBe('<a href="/about">');
      expect(response.headers.get('content-type')).toContain('text/html');
    });
  });

  it('reads the stats of a node where that is switched on', async () => {
    upstream.answer = ({ url }, response) =>
      response.writeHead(200).end(JSON.stringify({ url }));
    const response = await stack.get(
      '/clusters/one/nodes/node-1.example/stats',
    );
    expect(await response.json()).toEqual({
      url: '/prefix/api/v1/nodes/node-1.example/proxy/stats/summary',
    });
    const off = await stack.get('/clusters/nobody/nodes/node-1/stats');
    expect(await failure(off)).toMatchObject({
      reason: 'forbidden',
      message: expect.stringContaining('usage.kubeletStats'),
    });
  });

  it('does not read a cluster with the tokens of users, nor one that it does not know', async () => {
    expect(
      await failure(await stack.get(PODS.replace('one', 'users'))),
    ).toMatchObject({ reason: 'unreadable' });
    expect(
      await failure(await stack.get(PODS.replace('one', 'constructor'))),
    ).toMatchObject({
      reason: 'not-found',
      message: expect.stringContaining('no cluster of this name'),
    });
  });

  it('sends nothing anywhere for a segment or parameter that is not a name', async () => {
    upstream.answer = (_request, response) => response.end('{}');
    const hostile = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        'a/b',
        'a%2fb',
        'a?b',
        'a#b',
        'a\\b',
        'A',
        '-a',
        'a-',
        'a:b',
        'a@b',
        ' ',
        '\n',
        '__proto__',
        'x'.repeat(254),
      ),
      fc
        .string({ unit: 'binary-ascii' })
        .filter(text => text !== '' && !/^[a-z0-9.-]+$/.test(text)),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async text => {
        const segment = encodeURIComponent(Buffer.from(text).toString());
        for (const path of [
          `/clusters/one/resources/${segment}`,
          `${PODS}?namespace=${segment}`,
          `${PODS}/watch?resourceVersion=1&timeoutSeconds=300&namespace=${segment}`,
          MEMBER.replace('course', segment),
          MEMBER.replace('consul-0', segment),
          MEMBER.replace('consul-status-leader', segment),
          MEMBER.replace('scheme=http', `scheme=${segment}`),
          MEMBER.replace('8500', segment),
          `/clusters/one/nodes/${segment}/stats`,
        ]) {
          const response = await stack.get(path);
          expect([400, 404]).toContain(response.status);
          await response.text();
        }
      }),
      { numRuns: 30 },
    );
    expect(upstream.seen).toEqual([]);
  }, 30_000);

  it('lists resources without a namespace in no namespace', async () => {
    const path = '/clusters/one/resources/nodes?namespace=course';
    expect(await failure(await stack.get(path))).toMatchObject({
      reason: 'malformed',
      message: 'nodes have no namespace.',
    });
  });
});

async function eventually(holds: () => boolean, everyMs = 10): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Never held: ${holds}`);
    await new Promise(resolve => setTimeout(resolve, everyMs));
  }
}
