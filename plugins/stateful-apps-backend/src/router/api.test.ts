import { Entity } from '@backstage/catalog-model';
import { parseAppId } from '@stateful-apps/backstage-plugin-common';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import fc from 'fast-check';
import request from 'supertest';
import { cluster, FakeGateway } from '../__testUtils__/FakeGateway';
import { describedPaths, expectDescribed } from '../__testUtils__/openApi';
import { rawPod, rawStatefulSet } from '../__testUtils__/rawObjects';
import { startPlugin } from '../__testUtils__/startPlugin';

const APP = '/apps/{cluster}/{namespace}/{name}';

function entity(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name, annotations },
  };
}

// A backend starts in seconds on a machine that has other work.
jest.setTimeout(60_000);

describe('the API', () => {
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  const gateway = new FakeGateway();

  /** Asks, and checks the answer against the description. */
  async function get(path: string, template: string, headers = {}) {
    const answer = await request(plugin.url).get(path).set(headers);
    expectDescribed(template, answer.status, answer.body);
    return answer;
  }

  beforeAll(async () => {
    gateway.clusters = [cluster('one'), cluster('two')];
    gateway.put(
      'statefulsets',
      rawStatefulSet('web', {
        replicas: 2,
        labels: { 'stateful-apps.io/entity': 'component.default.web' },
      }),
    );
    gateway.put('pods', rawPod('web', 0));
    gateway.put('pods', rawPod('web', 1));
    gateway.put('statefulsets', rawStatefulSet('broken'));
    gateway.put('pods', rawPod('broken', 0, { ready: false }));
    gateway.put(
      'statefulsets',
      rawStatefulSet('far', { namespace: 'b' }),
      'two',
    );
    plugin = await startPlugin({
      gateway,
      entities: [
        entity('web', { 'stateful-apps.io/statefulset': 'one/course/web' }),
        entity('wrong', { 'stateful-apps.io/statefulset': 'Course//web' }),
        entity('plain', {}),
      ],
    });
    await plugin.ready('/apps/one/course/web');
    await plugin.ready('/apps/one/course/broken');
    await plugin.ready('/apps/two/b/far');
  });

  afterAll(() => plugin.stop());

  it('describes every route that it has', () => {
    expect(describedPaths.sort()).toEqual([
      'GET /apps',
      `GET ${APP}`,
      `GET ${APP}/events`,
      `GET ${APP}/history`,
      'GET /events',
    ]);
  });

  it('lists the apps of all clusters, worst first', async () => {
    const { body } = await get('/apps', '/apps');
    expect(body.items.map((it: any) => parseAppId(it.id).name)).toEqual([
      'broken',
      'far',
      'web',
    ]);
    expect(body.total).toBe(3);
    expect(body.counts.healthy).toBe(1);
    expect(body.clusters.map((it: any) => it.name)).toEqual(['one', 'two']);
  });

  it('narrows the list, with counts that show what other states have', async () => {
    const names = async (query: string) => {
      const { body } = await get(`/apps?${query}`, '/apps');
      return body.items.map((it: any) => parseAppId(it.id).name);
    };
    expect(await names('cluster=two')).toEqual(['far']);
    expect(await names('cluster=one&cluster=two&namespace=b')).toEqual(['far']);
    expect(await names('search=COURSE/w')).toEqual(['web']);
    expect(await names('kind=consul')).toEqual([]);
    expect(await names('state=healthy')).toEqual(['web']);
    const { body } = await get('/apps?state=healthy&cluster=one', '/apps');
    expect(body.total).toBe(1);
    expect(
      Object.values<number>(body.counts).reduce((sum, it) => sum + it, 0),
    ).toBe(2);
  });

  it('gives page after page', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await get(`/apps?limit=1${cursor}`, '/apps');
      seen.push(...body.items.map((it: any) => parseAppId(it.id).name));
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(seen).toEqual(['broken', 'far', 'web']);
  });

  it('finds the apps of an entity, and says what is wrong with its annotation', async () => {
    const found = await get('/apps?entityRef=component:default/web', '/apps');
    expect(found.body.items).toHaveLength(1);
    expect(found.body.items[0].entityRefs).toEqual(['component:default/web']);
    expect(found.body.problems).toBeUndefined();
    const wrong = await get('/apps?entityRef=component:default/wrong', '/apps');
    expect(wrong.body.items).toEqual([]);
    expect(wrong.body.problems[0]).toMatch(
      /^Entity component:default\/wrong: Annotation stateful-apps.io\/statefulset: .*\[cluster\/\]namespace\/name/,
    );
    const plain = await get('/apps?entityRef=component:default/plain', '/apps');
    expect(plain.body).toMatchObject({ items: [], total: 0 });
    const none = await get('/apps?entityRef=component:default/no', '/apps');
    expect(none.status).toBe(404);
  });

  it('shows one app, within 6 kB', async () => {
    const { body } = await get('/apps/one/course/web', APP);
    expect(body.identities.map((it: any) => it.pod.uid)).toEqual([
      'course-web-0',
      'course-web-1',
    ]);
    expect(JSON.stringify(body).length).toBeLessThan(6_000);
  });

  it('answers 304 until something but the time changes', async () => {
    let first;
    let again;
    // Answers of the first probes may still change the view.
    do {
      first = await get('/apps/one/course/web', APP);
      again = await get('/apps/one/course/web', APP, {
        'If-None-Match': first.headers.etag,
        // As browsers send it when a script sets the tag.
        'Cache-Control': 'no-cache',
      });
    } while (again.status !== 304);
    const known = { 'If-None-Match': first.headers.etag };
    expect(
      Date.parse(again.headers['stateful-apps-as-of']),
    ).toBeGreaterThanOrEqual(Date.parse(first.body.asOf));
    gateway.put('pods', rawPod('web', 1, { ready: false }));
    let changed = again;
    while (changed.status === 304) {
      changed = await get('/apps/one/course/web', APP, known);
    }
    expect(changed.body.revision).toBeGreaterThan(first.body.revision);
    gateway.put('pods', rawPod('web', 1));
  });

  it('has the history of an app', async () => {
    const { body } = await get(
      '/apps/one/course/web/history',
      `${APP}/history`,
    );
    expect(body).toEqual({ items: [] });
  });

  it('says which clusters there are when one is unknown', async () => {
    const { status, body } = await get('/apps/three/course/web', APP);
    expect(status).toBe(404);
    expect(body.error.message).toMatch(/no cluster three.*one, two/);
  });

  it('says what a wrong name must look like', async () => {
    const { status, body } = await get('/apps/one/Course/web', APP);
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/namespace: must be a DNS-1123 label/);
  });

  it('refuses callers without credentials', async () => {
    for (const [path, template] of [
      ['/apps', '/apps'],
      ['/events', '/events'],
      ['/apps/one/course/web', APP],
      ['/apps/one/course/web/events', `${APP}/events`],
      ['/apps/one/course/web/history', `${APP}/history`],
    ]) {
      const { status } = await get(path, template, {
        Authorization: 'Bearer mock-none-token',
      });
      expect(status).toBe(401);
    }
  });

  it('takes nothing but GET', async () => {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      const { status } = await request(plugin.url)
        [method]('/apps/one/course/web')
        .send({ replicas: 0 });
      expect(status).toBe(404);
    }
  });

  it('answers hostile requests with a clear 400 or 404', async () => {
    const hostile = [
      '/apps/one/course/..%2f..%2fsecrets',
      '/apps/one/%2e%2e/web',
      '/apps/one/course/web%00',
      '/apps/one/course/__proto__',
      '/apps/__proto__/course/web',
      '/apps/constructor/course/web',
      '/apps/%zz/course/web',
      '/apps?limit=0',
      '/apps?limit=201',
      '/apps?limit=1e9',
      '/apps?cursor=%7B%7D',
      `/apps?search=${'x'.repeat(101)}`,
      '/apps?search[$ne]=1',
      '/apps?unknown=1',
      '/apps?entityRef=:::',
      '/apps?state=fine',
      '/events?after=-1',
      '/events?after=NaN',
    ];
    for (const path of hostile) {
      const { status, body } = await request(plugin.url).get(path);
      expect({ path, status }).toEqual({
        path,
        status: status === 404 ? 404 : 400,
      });
      expect(body.error?.message ?? '').not.toMatch(/at .*\.ts/);
    }
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
        async text => {
          const part = encodeURIComponent(text);
          const { status } = await request(plugin.url).get(
            `/apps/one/course/${part}x/history`,
          );
          expect([400, 404]).toContain(status);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says why clusters cannot be listed', async () => {
    const lonely = new FakeGateway();
    lonely.problem = new GatewayError(
      'gateway-missing',
      'The gateway module is not installed; add it to the backend.',
    );
    const other = await startPlugin({ gateway: lonely });
    const list = await request(other.url).get('/apps');
    expectDescribed('/apps', 200, list.body);
    expect(list.body).toMatchObject({
      items: [],
      clusters: [],
      problems: [lonely.problem.message],
    });
    const app = await request(other.url).get('/apps/one/course/web');
    expectDescribed(APP, 503, app.body);
    expect(app.body.error.message).toContain(lonely.problem.message);
    await other.stop();
  });
});
