import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  AppInputs,
  AppRef,
  PodFacts,
} from '@stateful-apps/backstage-plugin-common';
import { makeStatefulSet } from '../__testUtils__/makeStatefulSet';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { HistoryKeeper } from './HistoryKeeper';
import { HistoryStore } from './HistoryStore';

const REF: AppRef = { cluster: 'one', namespace: 'course', name: 'consul' };
const SET = makeStatefulSet();

/** Pod 0 of the set, observed at an instant, with what its server called itself. */
function observation(podUid: string, now: string, nodeId?: string): AppInputs {
  const pod = {
    uid: podUid,
    name: 'consul-0',
    ordinal: 0,
    owner: { kind: 'StatefulSet', name: SET.name, uid: SET.uid },
    volumes: [],
  } as unknown as PodFacts;
  return {
    ref: REF,
    now,
    statefulSet: SET,
    pods: [pod],
    claims: [],
    freshness: [{ resource: 'pods', state: 'live', since: now }],
    probes: new Map(
      nodeId
        ? [[podUid, { kind: 'consul', podUid, at: now, nodeId, errors: [] }]]
        : [],
    ),
    history: [],
  } as unknown as AppInputs;
}

describe('HistoryKeeper', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const logger = mockServices.logger.mock();
  let store: HistoryStore;

  /** A backend that has just started, with its memory loaded. */
  async function started(): Promise<HistoryKeeper> {
    const keeper = new HistoryKeeper({ store, logger });
    await new Promise<void>(resolve => keeper.open(REF, SET.uid, resolve));
    return keeper;
  }

  /** Waits until what was observed is in the database. */
  async function saved(changes: number): Promise<void> {
    while ((await store.list('one', SET.uid)).length < changes) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  function observe(keeper: HistoryKeeper, inputs: AppInputs) {
    return keeper.observe({ ...inputs, history: keeper.of(SET.uid) });
  }

  beforeEach(async () => {
    const knex = await databases.init('SQLITE_3');
    store = await DatabaseHistoryStore.create(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
  });

  it('sees a replacement that happened while the backend was down', async () => {
    const first = await started();
    expect(observe(first, observation('a', '2026-11-22T10:00:00Z'))).toEqual(
      [],
    );
    let known = {};
    while (!Object.keys(known).length) {
      ({ incarnations: known } = await store.load('one', SET.uid));
    }
    const second = await started();
    const changes = observe(second, observation('b', '2026-11-22T11:00:00Z'));
    expect(changes).toMatchObject([
      { ordinal: 0, from: { podUid: 'a' }, to: { podUid: 'b' } },
    ]);
    await saved(1);
  });

  it('adds the node id that is known only later', async () => {
    const keeper = await started();
    observe(keeper, observation('a', '2026-11-22T10:00:00Z', 'node-a'));
    observe(keeper, observation('b', '2026-11-22T10:00:01Z'));
    observe(keeper, observation('b', '2026-11-22T10:00:09Z', 'node-b'));
    await saved(1);
    let [change] = await store.list('one', SET.uid);
    while (!change.to.nodeId) [change] = await store.list('one', SET.uid);
    expect(change).toMatchObject({
      at: '2026-11-22T10:00:01Z',
      from: { nodeId: 'node-a' },
      to: { nodeId: 'node-b' },
    });
  });

  it('counts nothing as a change before the memory is loaded', () => {
    const keeper = new HistoryKeeper({ store, logger });
    keeper.open(REF, SET.uid, () => {});
    expect(observe(keeper, observation('a', '2026-11-22T10:00:00Z'))).toEqual(
      [],
    );
    expect(observe(keeper, observation('b', '2026-11-22T10:00:01Z'))).toEqual(
      [],
    );
  });

  it('goes on without a database, says so, and saves what it missed', async () => {
    const keeper = await started();
    observe(keeper, observation('a', '2026-11-22T10:00:00Z'));
    const save = jest
      .spyOn(store, 'save')
      .mockRejectedValueOnce(new Error('No database.'));
    const changes = observe(keeper, observation('b', '2026-11-22T10:00:01Z'));
    expect(changes).toHaveLength(1);
    while (!logger.warn.mock.calls.length) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect(logger.warn.mock.calls[0][0]).toMatch(
      /history of one\/course\/consul could not be saved/,
    );
    save.mockRestore();
    observe(keeper, observation('c', '2026-11-22T10:00:02Z'));
    await saved(2);
  });
});
