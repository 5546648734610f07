import { existsSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { FIXTURE_NAMES, FixtureName, loadFixture } from '../__fixtures__';
import { AppInputs, RESOURCE_NAMES, ResourceName } from '../model';
import { assessApp } from './assessApp';

const UPDATE = process.env.UPDATE_GOLDEN === '1';

function assess(name: FixtureName, change?: (inputs: AppInputs) => void) {
  const inputs = loadFixture(name);
  change?.(inputs);
  return assessApp(inputs, 1);
}

describe('assessApp', () => {
  describe.each(FIXTURE_NAMES)('%s', name => {
    const view = JSON.parse(JSON.stringify(assess(name)));
    const directory = join(__dirname, '../__fixtures__', name);

    if (existsSync(directory)) {
      it('gives the golden view', () => {
        const path = join(directory, 'view.json');
        if (UPDATE) writeFileSync(path, `${JSON.stringify(view, null, 2)}\n`);
        expect(view).toEqual(JSON.parse(readFileSync(path, 'utf8')));
      });
    }

    it('gives every object one verdict with a reason and a sentence', () => {
      for (const item of [view.verdict, ...view.identities]) {
        expect(item.reason).toMatch(/^[A-Z][A-Za-z]+$/);
        expect(item.sentence).toMatch(/^[^\s].*[^\s]$/);
        expect(item.sentence).not.toMatch(/undefined|null|NaN|\[object/);
      }
      for (const fact of view.verdict.evidence) {
        expect(fact.value.length).toBeLessThanOrEqual(200);
      }
    });
  });

  it.each<[FixtureName, string, string]>([
    ['consul-healthy', 'healthy', 'Healthy. Can lose 1 more server.'],
    ['consul-no-volume', 'healthy', 'Healthy. Can lose 1 more server.'],
    [
      'consul-persistent-healthy',
      'healthy',
      'Healthy. Can lose 1 more server.',
    ],
    ['single', 'healthy', 'Healthy. One more loss stops writes.'],
    ['web-two-identities', 'healthy', 'Healthy. 2 of 2 identities are ready.'],
    ['web-same-page', 'healthy', 'Healthy. 2 of 2 identities are ready.'],
    ['twenty-identities', 'healthy', 'Healthy. 20 of 20 identities are ready.'],
    [
      'consul-one-lost-just-now',
      'healing',
      'consul-headless-2: Its server is joining; it is not in raft yet. One more loss stops writes.',
    ],
    [
      'consul-one-lost-healing',
      'healing',
      'consul-headless-2: Its server is joining; it is not in raft yet. One more loss stops writes.',
    ],
    [
      'consul-persistent-one-lost',
      'healing',
      'consul-persistent-1: Its server is back at a new address that the others do not know yet. Can lose 1 more server.',
    ],
    [
      'consul-quorum-lost-survivor-has-data',
      'needs-person',
      'Quorum is lost. Writes are refused: 1 of 3 voters is alive.',
    ],
    [
      'pending-no-storage',
      'needs-person',
      'web-pending-0: Claim www-web-pending-0 is not bound: There is no storage class fast.',
    ],
    [
      'condemned-and-leftover',
      'healing',
      'web-shrinking-2: Not among the 2 replicas; is being removed.',
    ],
    ['rbac-no-claims', 'healthy', 'Healthy. Can lose 1 more server.'],
  ])('says of %s that it is %s: %s', (name, state, sentence) => {
    const { verdict } = assess(name);
    expect(verdict.state).toBe(state);
    expect(verdict.sentence).toBe(sentence);
  });

  it.each<[FixtureName, number]>([
    ['consul-healthy', 6000],
    ['consul-persistent-healthy', 6000],
    ['consul-quorum-lost-survivor-has-data', 6000],
  ])('keeps the view of %s below %i bytes', (name, bytes) => {
    const text = JSON.stringify(assess(name));
    expect(new TextEncoder().encode(text).length).toBeLessThan(bytes);
  });

  it('keeps the view of three servers below 6 kB when nothing is left out', () => {
    const view = assess('consul-persistent-healthy', inputs => {
      inputs.entityRefs = ['component:default/consul-persistent'];
      inputs.usage = inputs.pods.map(pod => ({
        podUid: pod.uid,
        volume: 'data',
        at: inputs.now,
        usedBytes: 67_108_864,
        capacityBytes: 1_073_741_824,
        inodesUsed: 100,
        inodes: 65_536,
      }));
      inputs.history = inputs.pods.map(pod => ({
        ordinal: pod.ordinal!,
        at: inputs.now,
        from: { podUid: pod.uid, claimUids: { data: 'a' } },
        to: { podUid: pod.uid, claimUids: { data: 'a' } },
      }));
      delete inputs.usageUnknown;
    });
    expect(view.identities.every(item => item.replaced)).toBe(true);
    expect(JSON.stringify(view).length).toBeLessThan(6000);
  });

  it('does not call a killed server alive, though Consul still does', () => {
    const inputs = loadFixture('consul-one-lost-just-now');
    const gossip = [...inputs.probes.values()].flatMap(probe =>
      probe.kind === 'consul' ? probe.members ?? [] : [],
    );
    expect(gossip.every(member => member.status === 'alive')).toBe(true);

    const view = assessApp(inputs, 1);
    expect(view.quorum).toMatchObject({
      voters: 3,
      aliveVoters: 2,
      canLose: 0,
    });
    expect(view.otherMembers).toContainEqual(
      expect.objectContaining({
        name: 'consul-headless-2',
        gossip: 'unknown',
        voter: true,
        error: 'Its pod is gone; the servers have not noticed yet.',
      }),
    );
  });

  it('tells the survivor with the data from the empty ones', () => {
    const view = assess('consul-quorum-lost-survivor-has-data');
    expect(
      view.identities.map(({ member }) => [
        member?.raft,
        member?.voter,
        member?.lastIndex,
        member?.seenAliveBy,
      ]),
    ).toEqual([
      ['candidate', true, 40, [0, 1, 2]],
      ['none', false, 0, [0, 1, 2]],
      ['none', false, 0, [0, 1, 2]],
    ]);
    expect(view.otherMembers.map(item => [item.voter, item.name])).toEqual([
      [true, '(unknown)'],
      [true, '(unknown)'],
    ]);
    expect(view.quorum?.leader).toBeUndefined();
  });

  it('lists members without an identity below the board', () => {
    expect(assess('consul-healthy').otherMembers).toEqual([
      expect.objectContaining({ name: 'consul-client', role: 'client' }),
    ]);
  });

  describe('what is unknown is never healthy', () => {
    const NEEDED: ResourceName[] = ['statefulsets', 'pods'];

    it('for every state of every resource, alone and together', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...FIXTURE_NAMES),
          fc.dictionary(
            fc.constantFrom(...RESOURCE_NAMES),
            fc.constantFrom(
              'loading' as const,
              'stale' as const,
              'forbidden' as const,
              'failed' as const,
            ),
          ),
          (name, states) => {
            const view = assess(name, inputs => {
              for (const item of inputs.freshness) {
                item.state = states[item.resource] ?? item.state;
              }
            });
            const blind = NEEDED.some(resource => states[resource]);
            expect(blind && view.verdict.state !== 'unknown').toBe(false);
            const rest = [
              ...view.identities.map(item => item.state === 'unknown'),
              view.quorum?.canLose === undefined,
            ];
            expect(states.pods === undefined || rest.every(Boolean)).toBe(true);
            expect(view.notLive.length).toBe(
              new Set([
                ...Object.keys(states),
                ...loadFixture(name)
                  .freshness.filter(item => item.state !== 'live')
                  .map(item => item.resource),
              ]).size,
            );
          },
        ),
        { numRuns: 300 },
      );
    });

    it.each<ResourceName>([
      'events',
      'nodes',
      'persistentvolumeclaims',
      'persistentvolumes',
      'services',
      'endpointslices',
      'storageclasses',
      'poddisruptionbudgets',
      'controllerrevisions',
      'volumeattachments',
    ])('and without %s only what is read from them degrades', resource => {
      const view = assess('consul-persistent-healthy', inputs => {
        const item = inputs.freshness.find(fact => fact.resource === resource)!;
        item.state = 'forbidden';
        item.missingVerb = 'list';
      });
      expect(view.verdict.state).toBe('healthy');
      expect(view.notLive.map(item => item.resource)).toEqual([resource]);
    });

    it('names the verb that is missing where claims are forbidden', () => {
      const [identity] = assess('rbac-no-claims').identities;
      expect(identity.volumes[0]).toMatchObject({
        survival: 'unknown',
        sentence:
          'Not known: persistentvolumeclaims may not be read (missing verb list).',
        claim: { phase: 'Unknown' },
      });
    });

    it('says since when pods have not been heard of', () => {
      const view = assess('stale-watch');
      expect(view.verdict).toMatchObject({
        state: 'unknown',
        reason: 'PodsUnknown',
      });
      expect(view.verdict.sentence).toContain(view.asOf);
      expect(view.identities).toHaveLength(3);
      expect(view.identities[0].pod?.phase).toBe('Running');
    });

    it('says why members were not asked', () => {
      const view = assess('probing-off');
      expect(view.verdict).toMatchObject({
        state: 'unknown',
        reason: 'QuorumUnknown',
        sentence:
          'Quorum: Not known: Members are not asked: the cluster has no credential to probe with.',
      });
      expect(view.quorum).toEqual({ sentence: expect.any(String) });
    });

    it('does not count probes that are too old or of an earlier container', () => {
      const old = assess('consul-healthy', inputs => {
        inputs.now = new Date(Date.parse(inputs.now) + 151_000).toISOString();
      });
      expect(old.verdict.state).toBe('unknown');
      const restarted = assess('consul-healthy', inputs => {
        inputs.pods[1].containers[0].startedAt = inputs.now;
      });
      expect(restarted.identities[1]).toMatchObject({
        state: 'unknown',
        reason: 'MemberUnknown',
      });
      expect(restarted.verdict.state).toBe('unknown');
    });
  });

  it('is a function of its inputs, and leaves them as they are', () => {
    for (const name of FIXTURE_NAMES) {
      const inputs = loadFixture(name);
      const before = JSON.stringify([inputs, [...inputs.probes]]);
      const first = JSON.stringify(assessApp(inputs, 7));
      expect(JSON.stringify(assessApp(inputs, 7))).toBe(first);
      expect(JSON.stringify([inputs, [...inputs.probes]])).toBe(before);
    }
  });

  it('assesses thousands of apps in the time of a look', () => {
    const inputs = loadFixture('consul-persistent-healthy');
    for (let revision = 1; revision <= 2000; revision += 1) {
      expect(assessApp(inputs, revision).revision).toBe(revision);
    }
  });
});
