import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  AppRef,
  IdentityChange,
  IdentityIncarnation,
} from '@stateful-apps/backstage-plugin-common';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';

const REF: AppRef = { cluster: 'one', namespace: 'course', name: 'consul' };
const SEEN_AT = '2026-11-22T10:00:00.000Z';

function incarnation(podUid: string, nodeId?: string): IdentityIncarnation {
  return {
    podUid,
    nodeName: 'node-1',
    claimUids: { data: 'claim-1' },
    ...(nodeId && { nodeId }),
  };
}

function change(
  ordinal: number,
  to: string,
  at: string,
  nodeId?: string,
): IdentityChange {
  return {
    ordinal,
    at,
    from: incarnation('before'),
    to: incarnation(to, nodeId),
  };
}

const databases = TestDatabases.create({ disableDocker: true });

describe.each(databases.eachSupportedId())('DatabaseHistoryStore, %p', id => {
  async function create() {
    const knex = await databases.init(id);
    const database = mockServices.database({
      knex,
      migrations: { skip: false },
    });
    const open = () => DatabaseHistoryStore.create(database);
    return { knex, open, store: await open() };
  }

  it('remembers over a restart', async () => {
    const { store, open } = await create();
    const incarnations = { 0: incarnation('b', 'node-id') };
    const changes = [change(0, 'b', SEEN_AT, 'node-id')];
    await store.save(REF, 'set', { incarnations, changes }, SEEN_AT);
    const restarted = await open();
    expect(await restarted.load('one', 'set')).toEqual({
      incarnations,
      changes,
    });
    expect(await restarted.list('one', 'set')).toEqual(changes);
  });

  it('knows nothing of a set made again under the same name, or of another cluster', async () => {
    const { store } = await create();
    const changes = [change(0, 'b', SEEN_AT)];
    await store.save(REF, 'set', { incarnations: {}, changes }, SEEN_AT);
    const nothing = { incarnations: {}, changes: [] };
    expect(await store.load('one', 'set again')).toEqual(nothing);
    expect(await store.load('two', 'set')).toEqual(nothing);
  });

  it('keeps a change that two replicas saw once, with the first instant and the newest knowledge', async () => {
    const { store } = await create();
    const seen = (at: string, nodeId?: string) =>
      store.save(
        REF,
        'set',
        { incarnations: {}, changes: [change(0, 'b', at, nodeId)] },
        at,
      );
    await seen(SEEN_AT);
    await seen('2026-11-22T10:00:01.000Z', 'node-id');
    expect(await store.list('one', 'set')).toEqual([
      change(0, 'b', SEEN_AT, 'node-id'),
    ]);
  });

  it('takes many identities and changes at once, and gives the newest 200 first', async () => {
    const { store } = await create();
    const at = (index: number) => new Date(1e12 + index * 1000).toISOString();
    const changes = Array.from({ length: 230 }, (_, index) =>
      change(index % 5, `pod-${index}`, at(index)),
    );
    const incarnations = Object.fromEntries(
      Array.from({ length: 120 }, (_, it) => [it, incarnation(`pod-${it}`)]),
    );
    await store.save(REF, 'set', { incarnations, changes }, SEEN_AT);
    const listed = await store.list('one', 'set');
    expect(listed).toHaveLength(200);
    expect(listed[0].to.podUid).toBe('pod-229');
    expect((await store.load('one', 'set')).incarnations).toEqual(incarnations);
  });

  it('forgets what is old, and what is too much of one app', async () => {
    const { store, knex } = await create();
    const at = (index: number) =>
      new Date(Date.parse(SEEN_AT) + index * 1000).toISOString();
    const many = Array.from({ length: 230 }, (_, index) =>
      change(0, `pod-${index}`, at(index)),
    );
    const incarnations = { 0: incarnation('pod-229') };
    await store.save(REF, 'busy', { incarnations, changes: many }, SEEN_AT);
    await store.save(
      REF,
      'quiet',
      {
        incarnations: {},
        changes: [
          change(0, 'old', '2026-10-01T00:00:00.000Z'),
          change(0, 'new', SEEN_AT),
        ],
      },
      SEEN_AT,
    );
    await store.prune('2026-11-01T00:00:00.000Z');
    const left = await knex('identity_changes').select('set_uid', 'to_pod_uid');
    expect(left.filter(it => it.set_uid === 'busy')).toHaveLength(200);
    expect(left.filter(it => it.set_uid === 'quiet')).toEqual([
      { set_uid: 'quiet', to_pod_uid: 'new' },
    ]);
    expect((await store.load('one', 'busy')).incarnations).toEqual(
      incarnations,
    );
    await store.prune('2028-01-01T00:00:00.000Z');
    expect(await knex('identities')).toEqual([]);
  });

  it('goes back to an empty database', async () => {
    const { knex } = await create();
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('identity_changes')).toBe(false);
    expect(await knex.schema.hasTable('identities')).toBe(false);
  });
});
