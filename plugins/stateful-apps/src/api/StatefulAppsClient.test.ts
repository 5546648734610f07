import { mockApis, registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { appView } from '../__testUtils__/appView';
import { StatefulAppsClient } from './StatefulAppsClient';

const BASE = 'http://localhost:7007/api/stateful-apps';
const ref = { cluster: 'east/1', namespace: 'course', name: 'store' };

describe('StatefulAppsClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const client = new StatefulAppsClient({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
    fetchApi: { fetch: (input, init) => fetch(input, init) },
  });

  function streamOf(...chunks: string[]) {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) {
          controller.enqueue(new TextEncoder().encode(chunk));
        }
        controller.close();
      },
    });
    return new HttpResponse(body);
  }

  async function collect(messages: AsyncIterable<unknown>) {
    const all = [];
    for await (const message of messages) all.push(message);
    return all;
  }

  it('asks for a list by the filters that are set, and no others', async () => {
    let query = '';
    server.use(
      http.get(`${BASE}/apps`, ({ request }) => {
        query = new URL(request.url).search;
        return HttpResponse.json({ items: [] });
      }),
    );
    await client.listApps({ namespace: 'a b', state: undefined, search: '' });
    expect(query).toBe('?namespace=a+b');
  });

  it('names an app in the address whatever its cluster is called', async () => {
    const view = appView(1);
    server.use(
      http.get(`${BASE}/apps/east%2F1/course/store`, () =>
        HttpResponse.json(view),
      ),
    );
    await expect(client.getApp(ref)).resolves.toEqual(view);
  });

  it('rejects with what the backend said', async () => {
    const error = {
      name: 'NotAllowedError',
      message: 'stateful-apps.app.read',
    };
    server.use(
      http.get(`${BASE}/apps/*`, () =>
        HttpResponse.json(
          { error, response: { statusCode: 403 } },
          { status: 403 },
        ),
      ),
    );
    await expect(client.getApp(ref)).rejects.toMatchObject({
      statusCode: 403,
      cause: { name: 'NotAllowedError' },
    });
  });

  it('reads messages that arrive in pieces, and passes comments over', async () => {
    let query = '';
    server.use(
      http.get(`${BASE}/events`, ({ request }) => {
        query = new URL(request.url).search;
        return streamOf(
          ': a comment\n\nid: 4\ndata: {"type":"heart',
          'beat","revision":4,"asOf":"2026-11-22T10:00:00Z"}\n',
          '\nid: 5\ndata: {"type":"resync","revision":5,"reason":"€"}\n\n',
        );
      }),
    );
    const messages = await collect(client.streamFleet({ after: 3 }));
    expect(query).toBe('?after=3');
    expect(messages).toEqual([
      { type: 'heartbeat', revision: 4, asOf: '2026-11-22T10:00:00Z' },
      { type: 'resync', revision: 5, reason: '€' },
    ]);
  });

  it.each([
    ['is not JSON', 'data: <html>\n\n'],
    ['is no message', 'data: {"hello":"world"}\n\n'],
    ['never ends', `data: ${'x'.repeat(2_100_000)}`],
  ])('rejects a stream that %s', async (_name, chunk) => {
    server.use(http.get(`${BASE}/events`, () => streamOf(chunk)));
    await expect(collect(client.streamFleet())).rejects.toThrow();
  });

  it('lets go of the connection when the reader leaves', async () => {
    const cancel = jest.fn();
    const body = new ReadableStream<Uint8Array>({
      start: controller =>
        controller.enqueue(
          new TextEncoder().encode('data: {"type":"x","revision":1}\n\n'),
        ),
      cancel,
    });
    const direct = new StatefulAppsClient({
      discoveryApi: mockApis.discovery(),
      fetchApi: { fetch: async () => new Response(body) },
    });
    for await (const message of direct.streamFleet()) {
      expect(message).toEqual({ type: 'x', revision: 1 });
      break;
    }
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});
