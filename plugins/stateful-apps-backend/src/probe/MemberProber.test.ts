import {
  AppRef,
  MemberProbe,
  ProbeErrorKind,
} from '@stateful-apps/backstage-plugin-common';
import { ManualClock } from '../__testUtils__/ManualClock';
import { Interest } from './Interest';
import { MemberProber } from './MemberProber';
import { ProbeTarget } from './ProbeTarget';

const REF: AppRef = { cluster: 'one', namespace: 'course', name: 'consul' };

function target(ordinal: number): ProbeTarget {
  return {
    ref: REF,
    kind: 'consul',
    pod: `consul-${ordinal}`,
    podUid: `uid-${ordinal}`,
    endpoint: { container: 'consul', scheme: 'http', port: 8500 },
  };
}

function answer({ podUid }: ProbeTarget, error?: ProbeErrorKind): MemberProbe {
  const errors = error
    ? [{ kind: error, endpoint: 'GET /v1/status/leader', message: 'No.' }]
    : [];
  return { kind: 'consul', podUid, at: '2026-11-22T10:00:00Z', errors };
}

describe('MemberProber', () => {
  let clock: ManualClock;
  let interest: Interest;
  let asked: string[];
  let probed: AppRef[];
  let ask: (target: ProbeTarget) => Promise<MemberProbe>;
  let prober: MemberProber;

  /** How often each pod was asked within a time. */
  async function count(ms: number): Promise<Record<string, number>> {
    asked = [];
    await clock.advance(ms);
    const counts: Record<string, number> = {};
    for (const pod of asked) counts[pod] = (counts[pod] ?? 0) + 1;
    return counts;
  }

  beforeEach(() => {
    clock = new ManualClock();
    interest = new Interest(clock);
    asked = [];
    probed = [];
    ask = async it => answer(it);
    prober = new MemberProber({
      clock,
      interest,
      ask: it => {
        asked.push(it.pod);
        return ask(it);
      },
      onProbe: ref => probed.push(ref),
      onError: error => {
        throw error;
      },
    });
    prober.setTargets(REF, [target(0), target(1)]);
  });

  afterEach(() => prober.stop());

  it('asks each server at once, and says when it has answered', async () => {
    await clock.advance(0);
    expect(asked).toEqual(['consul-0', 'consul-1']);
    expect(probed).toEqual([REF, REF]);
    expect([...prober.probes(REF).keys()]).toEqual(['uid-0', 'uid-1']);
  });

  it('asks each 10 s what is not healthy, each 60 s what is', async () => {
    await clock.advance(0);
    expect(await count(60_000)).toEqual({ 'consul-0': 6, 'consul-1': 6 });
    prober.setHealthy(REF, true);
    expect(await count(120_000)).toEqual({ 'consul-0': 2, 'consul-1': 2 });
  });

  it('asks as often for fifty viewers as for one', async () => {
    prober.setHealthy(REF, true);
    const first = interest.open(REF);
    await clock.advance(0);
    expect(await count(60_000)).toEqual({ 'consul-0': 6, 'consul-1': 6 });
    const others = Array.from({ length: 49 }, () => interest.open(REF));
    expect(await count(60_000)).toEqual({ 'consul-0': 6, 'consul-1': 6 });
    for (const close of [first, ...others]) close();
    await clock.advance(60_000);
    expect(await count(120_000)).toEqual({ 'consul-0': 2, 'consul-1': 2 });
  });

  it('asks at once when somebody begins to look', async () => {
    prober.setHealthy(REF, true);
    await clock.advance(30_000);
    asked = [];
    interest.touch(REF);
    await clock.advance(0);
    expect(asked).toEqual(['consul-0', 'consul-1']);
  });

  it('asks each second for 20 s after an event', async () => {
    prober.setHealthy(REF, true);
    await clock.advance(30_000);
    asked = [];
    prober.hurry(REF);
    await clock.advance(0);
    expect(asked).toEqual(['consul-0', 'consul-1']);
    expect(await count(20_000)).toEqual({ 'consul-0': 20, 'consul-1': 20 });
    expect(await count(59_000)).toEqual({});
  });

  it('lets a silent server cost only itself, and asks it once at a time', async () => {
    ask = it =>
      it.pod === 'consul-0'
        ? new Promise(() => {})
        : Promise.resolve(answer(it));
    await clock.advance(0);
    expect(await count(60_000)).toEqual({ 'consul-1': 6 });
  });

  it('forgets the answer of a pod that is gone and drops what comes of it late', async () => {
    let late: (probe: MemberProbe) => void = () => {};
    ask = it =>
      it.pod === 'consul-0'
        ? new Promise(resolve => {
            late = resolve;
          })
        : Promise.resolve(answer(it));
    await clock.advance(0);
    prober.setTargets(REF, [{ ...target(1), podUid: 'uid-1-new' }]);
    late(answer(target(0)));
    await clock.advance(0);
    expect([...prober.probes(REF).keys()]).toEqual(['uid-1-new']);
  });

  it('says why members cannot be asked, asks seldom then, and recovers', async () => {
    ask = async it => answer(it, 'forbidden');
    await clock.advance(0);
    expect(prober.probingOff(REF)).toBe('No.');
    expect(await count(60_000)).toEqual({ 'consul-0': 1, 'consul-1': 1 });
    ask = async it => answer(it);
    await clock.advance(60_000);
    expect(prober.probingOff(REF)).toBeUndefined();
  });
});
