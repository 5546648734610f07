import { Entity } from '@backstage/catalog-model';
import { mockServices, ServiceMock } from '@backstage/backend-test-utils';
import {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  parseAppId,
  statefulAppsAppReadPermission,
} from '@stateful-apps/backstage-plugin-common';
import {
  createStatefulAppsConditionalDecision,
  statefulAppsConditions,
} from '@stateful-apps/backstage-plugin-node';
import request from 'supertest';
import { FakeGateway } from '../__testUtils__/FakeGateway';
import { ManualClock } from '../__testUtils__/ManualClock';
import { expectDescribed } from '../__testUtils__/openApi';
import { rawPod, rawStatefulSet } from '../__testUtils__/rawObjects';
import { SseReader } from '../__testUtils__/SseReader';
import { startPlugin } from '../__testUtils__/startPlugin';

const { isEntityOwner, inCluster, inNamespace } = statefulAppsConditions;
const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

function only(
  conditions: Parameters<typeof createStatefulAppsConditionalDecision>[1],
): PolicyDecision {
  return createStatefulAppsConditionalDecision(
    statefulAppsAppReadPermission,
    conditions,
  );
}

function component(name: string, owner: string, claims?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name,
      ...(claims && {
        annotations: { 'stateful-apps.io/statefulset': claims },
      }),
    },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

// A backend starts in seconds on a machine that has other work.
jest.setTimeout(60_000);

describe('permissions', () => {
  let decision: PolicyDecision;
  let clock: ManualClock;
  let gateway: FakeGateway;
  let auditor: ServiceMock<AuditorService>;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  const audited: Array<{ meta: any; outcome: string }> = [];
  const readers: SseReader[] = [];

  function read(path: string): SseReader {
    const reader = new SseReader(`${plugin.url}${path}`);
    readers.push(reader);
    return reader;
  }

  async function listed(query = ''): Promise<string[]> {
    const { body } = await request(plugin.url).get(`/apps${query}`);
    expectDescribed('/apps', 200, body);
    return body.items.map((it: any) => parseAppId(it.id).name);
  }

  async function until<T>(found: Promise<T>): Promise<T> {
    let waiting = true;
    const result = found.finally(() => {
      waiting = false;
    });
    while (waiting) {
      await clock.advance(500);
      await new Promise(resolve => setTimeout(resolve, 2));
    }
    return result;
  }

  beforeEach(async () => {
    decision = ALLOW;
    clock = new ManualClock();
    gateway = new FakeGateway();
    for (const [name, labels] of Object.entries<Record<string, string>>({
      mine: { 'stateful-apps.io/entity': 'component.default.mine' },
      theirs: { 'stateful-apps.io/entity': 'component.default.theirs' },
      claimed: {},
    })) {
      gateway.put('statefulsets', rawStatefulSet(name, { labels }));
      gateway.put('pods', rawPod(name, 0));
    }
    gateway.put('statefulsets', rawStatefulSet('far', { namespace: 'b' }));
    gateway.put('pods', rawPod('far', 0, { namespace: 'b' }));
    audited.length = 0;
    auditor = mockServices.auditor.mock({
      createEvent: async ({ meta, severityLevel }) => ({
        success: async () => {
          audited.push({ meta, outcome: `${severityLevel} success` });
        },
        fail: async ({ error }) => {
          audited.push({ meta, outcome: error.name });
        },
      }),
    });
    plugin = await startPlugin({
      gateway,
      clock,
      auditor,
      entities: [
        component('mine', 'group:default/us'),
        component('theirs', 'group:default/them'),
        component('claiming', 'group:default/us', 'course/claimed'),
      ],
      permissions: mockServices.permissions.mock({
        authorizeConditional: async () => [decision],
      }) as ServiceMock<PermissionsService>,
    });
    for (const path of ['course/mine', 'course/theirs', 'course/claimed']) {
      await plugin.ready(`/apps/one/${path}`);
    }
    await plugin.ready('/apps/one/b/far');
  });

  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close();
    await plugin.stop();
  });

  it('shows nothing to those who are denied, and names the permission', async () => {
    decision = DENY;
    for (const path of [
      '/apps',
      '/events',
      '/apps/one/course/mine',
      '/apps/one/course/mine/events',
      '/apps/one/course/mine/history',
      '/apps/one/course/nothing',
    ]) {
      const { status, body } = await request(plugin.url).get(path);
      expect({ path, status }).toEqual({ path, status: 403 });
      expect(body.error.message).toMatch(/stateful-apps\.app\.read/);
    }
  });

  it('shows owners the apps that point back at their entities, and no others', async () => {
    decision = only(isEntityOwner({ claims: ['group:default/us'] }));
    expect(await listed()).toEqual(['mine']);
    const theirs = await request(plugin.url).get('/apps/one/course/theirs');
    expect(theirs.status).toBe(403);
    const mine = await request(plugin.url).get('/apps/one/course/mine');
    expect(mine.status).toBe(200);
  });

  it('gives no right by an annotation on the entity alone', async () => {
    decision = only(isEntityOwner({ claims: ['group:default/us'] }));
    expect(await listed('?entityRef=component:default/claiming')).toEqual([]);
    decision = ALLOW;
    expect(await listed('?entityRef=component:default/claiming')).toEqual([
      'claimed',
    ]);
  });

  it('does not tell those who may not read whether an app exists', async () => {
    decision = only(isEntityOwner({ claims: ['group:default/us'] }));
    const there = await request(plugin.url).get('/apps/one/course/theirs');
    const not = await request(plugin.url).get('/apps/one/course/nobodys');
    expect(not.status).toBe(there.status);
    expect(not.body.error.message.replace('nobodys', 'theirs')).toBe(
      there.body.error.message,
    );
  });

  it('filters by cluster and namespace, and by both', async () => {
    decision = only(inNamespace({ namespaces: ['b'] }));
    expect(await listed()).toEqual(['far']);
    decision = only(inCluster({ clusters: ['one'] }));
    expect(await listed()).toHaveLength(4);
    decision = only({
      allOf: [
        inCluster({ clusters: ['two'] }),
        inNamespace({ namespaces: ['b'] }),
      ],
    });
    expect(await listed()).toEqual([]);
  });

  it('keeps what may not be read out of the stream, removals too', async () => {
    decision = only(inNamespace({ namespaces: ['b'] }));
    const reader = read('/events');
    await until(reader.next());
    gateway.put('pods', rawPod('mine', 0, { ready: false }));
    gateway.remove('statefulsets', 'course-theirs');
    gateway.put('pods', rawPod('far', 0, { ready: false, namespace: 'b' }));
    const message = await until(reader.next(it => it.changed?.length > 0));
    expect(message.changed.map((it: any) => parseAppId(it.id).name)).toEqual([
      'far',
    ]);
    expect(reader.body).not.toMatch(/mine|theirs/);
  });

  it('ends a stream when the permission is taken away', async () => {
    const ofApp = read('/apps/one/course/mine/events');
    const ofFleet = read('/events');
    await until(Promise.all([ofApp.next(), ofFleet.next()]));
    decision = DENY;
    for (const reader of [ofApp, ofFleet]) {
      const { message } = await until(reader.next(it => it.type === 'error'));
      expect(message).toMatch(/stateful-apps\.app\.read/);
      await until(reader.end());
    }
  });

  it('sends the reader of the fleet back to the list when other apps may be read', async () => {
    decision = only(inNamespace({ namespaces: ['b'] }));
    const reader = read('/events');
    await until(reader.next());
    decision = only(inNamespace({ namespaces: ['course'] }));
    const message = await until(reader.next(it => it.type === 'resync'));
    expect(message.reason).toMatch(/apps that you may read/);
  });

  it('records who reads what, and who was refused', async () => {
    audited.length = 0;
    await request(plugin.url).get('/apps/one/course/mine');
    decision = DENY;
    await request(plugin.url).get('/apps/one/course/mine/history');
    const app = { cluster: 'one', namespace: 'course', name: 'mine' };
    expect(audited).toEqual([
      { meta: { queryType: 'by-name', app }, outcome: 'low success' },
      { meta: { queryType: 'history', app }, outcome: 'NotAllowedError' },
    ]);
  });
});
