import { eventually } from '../clusters/__testUtils__/eventually';
import { pod, statefulSet } from '../clusters/__testUtils__/objects';
import { Rig } from './__testUtils__/Rig';

// Real sockets, on machines that have other things to do.
jest.setTimeout(60_000);

describe('faults between us and the API server', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await Rig.start();
  });
  afterEach(() => rig.reset());
  afterAll(() => rig.stop());

  const touched = () =>
    rig.changes.flatMap(change =>
      change.type === 'objects' ? [...change.touched] : [],
    );

  it('follows what happens, and says which sets it concerns', async () => {
    rig.api.put('statefulsets', statefulSet('web'));
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    expect(rig.podUids()).toEqual(['web-0-uid']);
    await rig.clock.advance(100);
    rig.changes = [];

    rig.api.put('pods', pod('web', 1));
    await rig.hasPods('web-0-uid', 'web-1-uid');
    rig.api.remove('pods', pod('web', 0));
    await rig.hasPods('web-1-uid');
    await rig.clock.advance(100);
    expect(new Set(touched())).toEqual(new Set(['web-uid']));
    expect(rig.api.count('list', 'pods')).toBe(1);
  });

  it('1: keeps the last data while the API server is down, as stale, and is back within 5 s', async () => {
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    const before = rig.changes.length;
    await rig.clock.advance(60_000);
    await rig.api.kill();
    await rig.becomes('pods', 'stale');

    expect(rig.podUids()).toEqual(['web-0-uid']);
    expect(rig.freshness('pods')).toMatchObject({
      since: '2026-11-22T10:01:01.000Z',
      message: expect.stringContaining('The last known data are shown.'),
    });
    // Long enough for the wait between tries to be at its longest.
    const failures = () => rig.watcher.counters('pods').failures;
    while (failures() < 6) await rig.clock.advance(1_000);
    expect(
      rig.changes.slice(before).filter(({ type }) => type === 'objects'),
    ).toEqual([]);

    await rig.api.listen();
    rig.api.put('pods', pod('web', 1));
    await rig.clock.advance(5_000);
    await rig.becomes('pods', 'live');
    await rig.hasPods('web-0-uid', 'web-1-uid');
    expect(rig.freshness('pods').message).toBeUndefined();
  });

  it('2: lists once after 410, and sees a pod that was replaced under its own name as another', async () => {
    rig.api.put('statefulsets', statefulSet('web'));
    rig.api.put('pods', pod('web', 0, { uid: 'first' }));
    rig.api.put('pods', pod('web', 1));
    await rig.watchLive();
    await rig.api.kill();
    await rig.becomes('pods', 'stale');
    rig.api.put('pods', pod('web', 0, { uid: 'second' }));
    rig.api.compactedTo = Number(rig.api.version);
    rig.changes = [];

    await rig.api.listen();
    await rig.clock.advance(5_000);
    await eventually(() => rig.api.count('watch', 'pods') >= 2, 'a 410');
    await rig.clock.advance(2_000);
    await rig.hasPods('second', 'web-1-uid');
    await rig.becomes('pods', 'live');
    expect(rig.watcher.store.get('pods', 'first')).toBeUndefined();
    expect(rig.api.count('list', 'pods')).toBe(2);
    await rig.clock.advance(100);
    expect(touched()).toContain('web-uid');
  });

  it('2: takes a 410 in the middle of a stream like one at its start', async () => {
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    rig.api.inject(
      'pods',
      JSON.stringify({
        type: 'ERROR',
        object: { kind: 'Status', code: 410, message: 'too old' },
      }),
    );
    await rig.becomes('pods', 'stale');
    await rig.clock.advance(2_000);
    await rig.becomes('pods', 'live');
    expect(rig.api.count('list', 'pods')).toBe(2);
  });

  it('3: opens a watch again on which nothing came for 90 s', async () => {
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    rig.api.put('pods', pod('web', 1));
    await rig.hasPods('web-0-uid', 'web-1-uid');
    await rig.clock.advance(89_000);
    expect(rig.watcher.counters('pods').stalls).toBe(0);

    await rig.clock.advance(1_000);
    await eventually(() => rig.api.count('watch', 'pods') === 2, 'reopened');
    await eventually(() => rig.api.openWatches('pods') === 1, 'one watch');
    expect(rig.watcher.counters('pods').stalls).toBe(1);
    await rig.clock.advance(20_000);
    expect(rig.freshness('pods').state).toBe('live');
    expect(rig.api.count('list', 'pods')).toBe(1);
  });

  it('3: says since when nothing comes if the API server does not answer any more', async () => {
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    rig.api.frozen = true;
    await rig.clock.advance(91_000);
    expect(rig.freshness('pods').state).toBe('live');
    await rig.clock.advance(5_000);
    expect(rig.freshness('pods')).toMatchObject({
      state: 'stale',
      // When the last sign of life came, not when we noticed.
      since: expect.stringMatching(/^2026-11-22T10:00:0[01]/),
      message: expect.stringContaining('not even a bookmark'),
    });
    expect(rig.podUids()).toEqual(['web-0-uid']);
  });

  it('3: lists again where a watch has been silent all its life', async () => {
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    await rig.clock.advance(90_000);
    await eventually(() => rig.api.count('list', 'pods') === 2, 'a list');
    await eventually(() => rig.api.count('watch', 'pods') === 2, 'a watch');
    await rig.clock.advance(20_000);
    expect(rig.freshness('pods').state).toBe('live');
  });

  it('3: asks for bookmarks and for an end of each watch between 5 and 10 minutes', async () => {
    await rig.watchLive();
    const watches = rig.api.seen.filter(({ verb }) => verb === 'watch');
    for (const { url } of watches) {
      expect(url.searchParams.get('allowWatchBookmarks')).toBe('true');
      const seconds = Number(url.searchParams.get('timeoutSeconds'));
      expect(seconds).toBeGreaterThanOrEqual(300);
      expect(seconds).toBeLessThanOrEqual(600);
    }
    // A watch that ends in its time is no failure.
    await rig.clock.advance(30_000);
    rig.api.endWatches('pods');
    await eventually(() => rig.api.count('watch', 'pods') === 2, 'reopened');
    expect(rig.freshness('pods').state).toBe('live');
    expect(rig.watcher.counters('pods').failures).toBe(0);
  });

  it('4: says that the credential is rejected, and is live once it is not', async () => {
    rig.api.fault = () => ({ status: 401, message: 'Unauthorized' });
    rig.watch();
    await rig.clock.advance(600);
    await rig.becomes('pods', 'failed');
    expect(rig.freshness('pods').message).toMatch(
      /rejects the credential .* renew the cluster's token/,
    );
    rig.api.fault = undefined;
    await rig.clock.advance(30_000);
    await rig.becomes('pods', 'live');
  });

  it('5: degrades the kind that may not be listed, and no other', async () => {
    rig.api.put('pods', pod('web', 0));
    rig.api.fault = ({ resource }) =>
      resource === 'persistentvolumeclaims'
        ? { status: 403, message: 'claims are forbidden for this user' }
        : undefined;
    await rig.watchLive();
    await rig.becomes('persistentvolumeclaims', 'forbidden');
    expect(rig.freshness('persistentvolumeclaims')).toMatchObject({
      missingVerb: 'list',
      message: expect.stringMatching(
        /claims are forbidden for this user.*Grant list on persistentvolumeclaims in all namespaces/,
      ),
    });
    expect(rig.podUids()).toEqual(['web-0-uid']);
  });

  it('5: names watch as the missing verb where a list is allowed', async () => {
    rig.api.put('pods', pod('web', 0));
    rig.api.fault = ({ verb }) =>
      verb === 'watch' ? { status: 403, message: 'no watching' } : undefined;
    rig.watch();
    await rig.clock.advance(600);
    await rig.becomes('pods', 'forbidden');
    expect(rig.freshness('pods').missingVerb).toBe('watch');
    expect(rig.podUids()).toEqual(['web-0-uid']);
  });

  it('5: reads namespace by namespace where all at once are forbidden, until they are allowed', async () => {
    rig.api.put('pods', pod('web', 0));
    rig.api.put(
      'pods',
      pod('web', 0, { namespace: 'other', uid: 'other-uid' }),
    );
    rig.api.fault = ({ namespace, resource }) =>
      resource === 'pods' && namespace !== 'course'
        ? { status: 403, message: 'forbidden at the cluster scope' }
        : undefined;
    await rig.watchLive({ namespaces: ['course'] });
    expect(rig.podUids()).toEqual(['web-0-uid']);
    rig.api.put('pods', pod('web', 1));
    await rig.hasPods('web-0-uid', 'web-1-uid');

    rig.api.fault = undefined;
    await rig.clock.advance(10 * 60_000);
    await rig.hasPods('web-0-uid', 'web-1-uid', 'other-uid');
    await eventually(() => rig.api.openWatches('pods') === 1, 'one watch');
  });

  it('6: comes back no earlier than Retry-After says, with one request at a time', async () => {
    rig.api.fault = ({ resource }) =>
      resource === 'pods'
        ? {
            status: 429,
            message: 'too many requests',
            headers: { 'Retry-After': '20' },
          }
        : undefined;
    rig.watch();
    await rig.clock.advance(600);
    await rig.becomes('pods', 'failed');
    expect(rig.api.count('list', 'pods')).toBe(1);
    await rig.clock.advance(19_000);
    expect(rig.api.count('list', 'pods')).toBe(1);
    rig.api.fault = undefined;
    await rig.clock.advance(1_000);
    await rig.becomes('pods', 'live');
    expect(rig.api.count('list', 'pods')).toBe(2);
  });

  it('7: takes nothing from an API server that lags behind', async () => {
    rig.api.put('pods', pod('web', 0, { uid: 'old' }));
    const goBack = rig.api.snapshot();
    rig.api.put('pods', pod('web', 0, { uid: 'new' }));
    await rig.watchLive();
    expect(rig.podUids()).toEqual(['new']);

    goBack();
    rig.api.inject(
      'pods',
      JSON.stringify({
        type: 'ADDED',
        object: {
          ...pod('web', 7),
          metadata: { ...pod('web', 7).metadata, resourceVersion: '5' },
        },
      }),
    );
    await rig.becomes('pods', 'stale');
    await rig.clock.advance(5_000);
    await eventually(
      () => rig.watcher.counters('pods').backwards >= 2,
      'an older list',
    );
    expect(rig.podUids()).toEqual(['new']);
    expect(rig.freshness('pods').message).toContain('older state');

    // It has caught up.
    rig.api.put('pods', pod('web', 0, { uid: 'new' }));
    rig.api.put('pods', pod('web', 0, { uid: 'newer' }));
    await rig.clock.advance(30_000);
    await rig.hasPods('newer');
    await rig.becomes('pods', 'live');
  });

  it('7: believes a cluster that stays set back', async () => {
    rig.api.put('pods', pod('web', 0, { uid: 'old' }));
    const goBack = rig.api.snapshot();
    rig.api.put('pods', pod('web', 0, { uid: 'new' }));
    await rig.watchLive();
    await rig.api.kill();
    goBack();
    await rig.becomes('pods', 'stale');
    await rig.api.listen();
    rig.api.fault = ({ verb }) =>
      verb === 'watch' && Number(rig.api.version) < 1002
        ? { status: 410, message: 'gone' }
        : undefined;
    for (let turn = 0; turn < 40; turn += 1) {
      await rig.clock.advance(20_000);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    await rig.hasPods('old');
    expect(rig.podUids()).toEqual(['old']);
  });

  it('8: counts and leaves out garbage, stays up, and lists again for what it may have missed', async () => {
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    await rig.clock.advance(120_000);
    for (const line of [
      '{"type":"ADDED","object":{"metadata":',
      'null',
      '{"type":"TELEPORTED","object":{"metadata":{"resourceVersion":"1"}}}',
      '{"type":"MODIFIED","object":{"kind":"Pod"}}',
      `{"type":"MODIFIED","object":{"metadata":{"resourceVersion":"${rig.api.version}"}}}`,
    ]) {
      rig.api.inject('pods', line);
    }
    rig.api.put('pods', pod('web', 1));
    await rig.hasPods('web-0-uid', 'web-1-uid');
    await rig.clock.advance(0);
    await eventually(() => rig.api.count('list', 'pods') === 2, 'a list');
    expect(rig.watcher.counters('pods').skippedLines).toBeGreaterThan(0);
    expect(rig.freshness('pods').state).toBe('live');

    // Garbage without end makes a list a minute, not more.
    for (let turn = 0; turn < 5; turn += 1) {
      rig.api.inject('pods', 'garbage');
      await new Promise(resolve => setTimeout(resolve, 10));
      await rig.clock.advance(5_000);
    }
    expect(rig.api.count('list', 'pods')).toBe(2);
  });

  it('8: passes over an object of 13 MB', async () => {
    rig.api.put('pods', pod('web', 0));
    await rig.watchLive();
    rig.api.inject(
      'pods',
      `{"type":"ADDED","object":{"data":"${'x'.repeat(13 * 1024 * 1024)}"}}`,
    );
    rig.api.put('pods', pod('web', 1));
    await rig.hasPods('web-0-uid', 'web-1-uid');
    expect(rig.watcher.counters('pods').skippedLines).toBe(1);
  });

  it('8: one object that cannot be read hides no other', async () => {
    rig.api.put('pods', pod('web', 0));
    rig.api.put('pods', pod('web', 1));
    const { projectObject } = jest.requireActual(
      '@stateful-apps/backstage-plugin-common',
    );
    await rig.watchLive({
      project: (resource, raw) => {
        if (JSON.stringify(raw).includes('web-0')) throw new Error('odd');
        return projectObject(resource, raw);
      },
    });
    expect(rig.podUids()).toEqual(['web-1-uid']);
    expect(rig.watcher.counters('pods').skippedObjects).toBe(1);
  });

  it('lists in pages, and leaves no watch open when it stops', async () => {
    for (let ordinal = 0; ordinal < 600; ordinal += 1) {
      rig.api.put('pods', pod('web', ordinal));
    }
    await rig.watchLive();
    expect(rig.watcher.store.count('pods')).toBe(600);
    expect(rig.api.count('list', 'pods')).toBeGreaterThan(1);
    await eventually(() => rig.api.openWatches() === 12, 'all watches');
    await rig.watcher.stop();
    await eventually(() => rig.api.openWatches() === 0, 'no watch');
  });
});
