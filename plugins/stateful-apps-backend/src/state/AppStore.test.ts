import { AppView } from '@stateful-apps/backstage-plugin-common';
import { makeStatefulSet } from '../__testUtils__/makeStatefulSet';
import { makeView } from '../__testUtils__/makeView';
import { ManualClock } from '../__testUtils__/ManualClock';
import { AppChange } from './AppChange';
import { AppStore } from './AppStore';

describe('AppStore', () => {
  const clock = new ManualClock();
  const set = makeStatefulSet();
  let store: AppStore;
  let changes: AppChange[];
  const put = (view: AppView) => store.put(view, set);

  beforeEach(() => {
    store = new AppStore(clock);
    changes = [];
    store.subscribe(change => changes.push(change));
  });

  it('never counts backwards, not even over a restart', async () => {
    const { revision } = put(makeView()).view;
    await clock.advance(1);
    expect(new AppStore(clock).revision).toBeGreaterThan(revision - 1);
    expect(put(makeView({ state: 'healing' })).view.revision).toBeGreaterThan(
      revision,
    );
  });

  it('keeps the revision when only time has passed', () => {
    const first = put(makeView());
    const later = put(makeView({ asOf: '2026-11-22T10:05:00.000Z' }));
    expect(later.view.revision).toBe(first.view.revision);
    expect(later.view.asOf).toBe('2026-11-22T10:05:00.000Z');
    expect(changes).toHaveLength(1);
  });

  it('takes the jitter of raft heartbeats for no change, and a lost contact for one', () => {
    const withContact = (lastContactMs: number) => {
      const view = makeView();
      view.identities[0].member = {
        name: 'consul-0',
        role: 'server',
        gossip: 'alive',
        lastContactMs,
        probedAt: `2026-11-22T10:00:00.${lastContactMs}Z`,
      };
      return put(view).view.revision;
    };
    const first = withContact(20);
    expect(withContact(91)).toBe(first);
    expect(withContact(400)).toBeGreaterThan(first);
  });

  it('tells a change of the view from one of the row', () => {
    put(makeView());
    const view = makeView();
    view.identities[0].sentence = 'Runs on another node.';
    put(view);
    put(makeView({ state: 'healing' }));
    expect(changes.map(it => it.type === 'changed' && it.rowChanged)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('remembers when the state last changed', () => {
    expect(put(makeView()).summary.changedAt).toBeUndefined();
    const asOf = '2026-11-22T10:01:00.789Z';
    put(makeView({ state: 'healing', asOf }));
    const later = put(
      makeView({ state: 'healing', asOf: '2026-11-22T10:02:00.000Z' }),
    );
    expect(later.summary.changedAt).toBe('2026-11-22T10:01:00Z');
  });

  it('does not take what is known for the first time for a change', () => {
    put(makeView({ state: 'unknown' }));
    expect(
      put(makeView({ state: 'healthy' })).summary.changedAt,
    ).toBeUndefined();
  });

  it('tells who comes back what changed and what went', () => {
    put(makeView({ name: 'old' }));
    const { revision } = put(makeView({ name: 'web' })).view;
    put(makeView({ name: 'web', state: 'healing' }));
    store.remove(makeView({ name: 'old' }).ref, 'Deleted.');
    const since = store.changesSince(revision)!;
    expect(since.changed.map(it => it.view.ref.name)).toEqual(['web']);
    expect(since.removed.map(it => it.view.ref.name)).toEqual(['old']);
    expect(store.changesSince(store.revision)).toEqual({
      changed: [],
      removed: [],
    });
  });

  it('owns up to not knowing what was before it started, or long ago', () => {
    expect(store.changesSince(store.revision - 1)).toBeUndefined();
    const { revision } = store;
    for (let index = 0; index <= 1000; index++) {
      put(makeView({ name: `app-${index}` }));
      store.remove(makeView({ name: `app-${index}` }).ref, 'Deleted.');
    }
    expect(store.changesSince(revision)).toBeUndefined();
  });

  it('tells nothing of the removal of an app that came back', () => {
    const { revision } = store;
    put(makeView());
    store.remove(makeView().ref, 'Deleted.');
    put(makeView());
    const since = store.changesSince(revision)!;
    expect(since.removed).toEqual([]);
    expect(since.changed).toHaveLength(1);
  });
});
