import { AddressInfo, createServer } from 'node:net';
import { eventually } from './__testUtils__/eventually';
import { FakeApiServer } from './__testUtils__/FakeApiServer';
import { pod } from './__testUtils__/objects';
import { startGateway } from './__testUtils__/startGateway';

jest.setTimeout(60_000);

type Stack = Awaited<ReturnType<typeof startGateway>>;

describe('DefaultGateway', () => {
  let api: FakeApiServer;
  let stack: Stack | undefined;

  const start = async (options?: Partial<Parameters<typeof startGateway>[0]>) =>
    (stack = await startGateway({
      clusters: [{ name: 'fake', url: api.url, authProvider: 'test' }],
      config: {
        statefulApps: {
          clusters: [{ name: 'fake', usage: { kubeletStats: true } }],
        },
      },
      ...options,
    })).gateway;

  beforeEach(async () => {
    api = await FakeApiServer.start();
  });
  afterEach(async () => {
    await stack?.stop();
    stack = undefined;
    await api.kill();
  });

  it('lists in pages and says how large they are', async () => {
    const gateway = await start();
    api.put('pods', pod('web', 0));
    api.put('pods', pod('web', 1));
    let bytes = 0;
    const page = await gateway.list('fake', 'pods', {
      limit: 1,
      onSize: size => {
        bytes = size;
      },
    });
    expect(page).toMatchObject({
      items: [{ metadata: { name: 'web-0' } }],
      metadata: { continue: expect.any(String) },
    });
    expect(bytes).toBe(JSON.stringify(page).length);
    const { continue: continueToken } = (page as any).metadata;
    expect(
      await gateway.list('fake', 'pods', { limit: 1, continueToken }),
    ).toMatchObject({ items: [{ metadata: { name: 'web-1' } }] });
  });

  it('leaves nothing open at the API server after 100 watches that were given up', async () => {
    const gateway = await start();
    const abort = new AbortController();
    let opened = 0;
    const watches = Array.from({ length: 100 }, async (_, index) => {
      const lines = gateway.watch('fake', 'pods', {
        resourceVersion: api.version,
        timeoutSeconds: 300,
        signal: abort.signal,
        onOpen: () => {
          opened += 1;
        },
      });
      for await (const line of lines) {
        // Some leave by themselves with the first line, the others are aborted.
        expect(line).toContain('web-0');
        if (index % 2) return;
      }
    });
    await eventually(() => opened === 100, 'all open');
    expect(api.openWatches('pods')).toBe(100);
    api.put('pods', pod('web', 0));
    await eventually(() => api.openWatches('pods') === 50, 'half of them');
    abort.abort();
    await Promise.all(watches);
    await eventually(() => api.openWatches('pods') === 0, 'nothing open');
  });

  it('says that a stream broke off, and tells it from one that ended', async () => {
    const gateway = await start();
    const watch = async () => {
      const lines = gateway.watch('fake', 'pods', {
        resourceVersion: api.version,
        timeoutSeconds: 300,
        signal: new AbortController().signal,
      });
      for await (const line of lines) expect(line).toBe('never');
    };
    const ended = watch();
    await eventually(() => api.openWatches('pods') === 1, 'a watch');
    api.endWatches('pods');
    await expect(ended).resolves.toBeUndefined();

    const broken = watch();
    await eventually(() => api.openWatches('pods') === 1, 'a watch');
    await Promise.all([
      expect(broken).rejects.toMatchObject({ reason: 'unreachable' }),
      api.kill(),
    ]);
  });

  it('asks members and nodes', async () => {
    const gateway = await start();
    api.other = (request, response) => {
      if (request.url?.includes('/stats/summary')) response.end('{"node":{}}');
      else response.writeHead(403).end('Permission denied');
    };
    const member = {
      cluster: 'fake',
      namespace: 'course',
      pod: 'consul-0',
      scheme: 'http' as const,
      port: 8500,
      operation: 'consul-agent-members' as const,
      timeoutMs: 1000,
      maxBytes: 1000,
    };
    const answer = await gateway.askMember(member);
    expect(answer.status).toBe(403);
    expect(Buffer.from(answer.body).toString()).toBe('Permission denied');
    await expect(
      gateway.askMember({ ...member, maxBytes: 3 }),
    ).rejects.toMatchObject({ reason: 'too-large' });
    expect(await gateway.nodeStats('fake', 'node-1')).toEqual({ node: {} });
  });

  it('keeps reason, words and waiting time of a failure', async () => {
    const gateway = await start();
    api.fault = () => ({
      status: 429,
      message: 'too many requests',
      headers: { 'Retry-After': '3' },
    });
    await expect(gateway.list('fake', 'pods')).rejects.toMatchObject({
      name: 'GatewayError',
      reason: 'throttled',
      message: 'too many requests',
      status: 429,
      retryAfterMs: 3000,
    });
    await expect(gateway.list('other', 'pods')).rejects.toMatchObject({
      reason: 'not-found',
    });
  });

  it('says what to install where the gateway is missing', async () => {
    const gateway = await start({ features: [] });
    for (const attempt of [
      gateway.listClusters(),
      gateway.list('fake', 'pods'),
    ]) {
      await expect(attempt).rejects.toMatchObject({
        reason: 'gateway-missing',
        message: expect.stringMatching(
          /no gateway .*\(404\).*Add @stateful-apps\/backstage-plugin-kubernetes-backend-module.*createGatewayRouter/,
        ),
      });
    }
  });

  it('is let in by real plugin tokens, and real compression holds no line back', async () => {
    const port = await freePort();
    const gateway = await start({
      config: {
        backend: {
          baseUrl: `http://127.0.0.1:${port}`,
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
      },
      real: true,
    });
    const abort = new AbortController();
    const names: string[] = [];
    const ended = (async () => {
      for await (const line of gateway.watch('fake', 'pods', {
        resourceVersion: api.version,
        timeoutSeconds: 300,
        signal: abort.signal,
      })) {
        names.push(JSON.parse(line).object.metadata.name);
      }
    })();
    await eventually(() => api.openWatches('pods') === 1, 'a watch');
    for (let ordinal = 0; ordinal < 5; ordinal += 1) {
      api.put('pods', pod('web', ordinal));
      await eventually(() => names.length === ordinal + 1, `line ${ordinal}`);
    }
    expect(names).toEqual(['web-0', 'web-1', 'web-2', 'web-3', 'web-4']);
    abort.abort();
    await ended;
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
