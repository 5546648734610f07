import { loadFixture } from '../__fixtures__';
import { assessApp } from './assessApp';
import { summarizeApp } from './summarizeApp';

describe('summarizeApp', () => {
  it('tells of an app what a row shows', () => {
    const inputs = loadFixture('consul-one-lost-healing');
    inputs.entityRefs = ['component:default/consul'];
    expect(summarizeApp(assessApp(inputs, 12))).toEqual({
      id: 'course/common-fixtures/consul-headless',
      kind: 'consul',
      state: 'healing',
      sentence:
        'consul-headless-2: Its server is joining; it is not in raft yet. One more loss stops writes.',
      canLose: 0,
      storage: 'dies-with-pod',
      identities: 'hhe',
      entityRefs: ['component:default/consul'],
    });
  });

  it('leaves out what is not known', () => {
    expect(
      summarizeApp(assessApp(loadFixture('probing-off'), 1)),
    ).not.toHaveProperty('canLose');
    expect(
      summarizeApp(assessApp(loadFixture('web-same-page'), 1)),
    ).not.toHaveProperty('canLose');
  });

  it('leaves out the sentence of a healthy app that has no more to say', () => {
    expect(summarizeApp(assessApp(loadFixture('consul-healthy'), 1))).toEqual({
      id: expect.any(String),
      kind: 'consul',
      state: 'healthy',
      canLose: 1,
      storage: 'dies-with-pod',
      identities: 'hhh',
    });
  });

  it('keeps what a healthy app has to say', () => {
    const held = assessApp(loadFixture('consul-healthy'), 1);
    held.set.rollout = 'Held back by the partition 2.';
    expect(summarizeApp(held).sentence).toBe(held.verdict.sentence);

    const partlyKnown = assessApp(loadFixture('consul-healthy'), 1);
    partlyKnown.quorum!.aliveVoters = 2;
    expect(summarizeApp(partlyKnown).sentence).toBe(
      partlyKnown.verdict.sentence,
    );

    const inputs = loadFixture('web-same-page');
    inputs.statefulSet.replicas = 0;
    inputs.pods = [];
    expect(summarizeApp(assessApp(inputs, 1))).toMatchObject({
      state: 'healthy',
      sentence: 'Scaled to 0: nothing is expected to run.',
      identities: '',
    });
  });

  it('is small', () => {
    const inputs = loadFixture('consul-healthy');
    inputs.ref = { cluster: 'practice', namespace: 'course', name: 'consul' };
    const size = () =>
      JSON.stringify({
        ...summarizeApp(assessApp(inputs, 1)),
        changedAt: '2026-11-22T15:24:05Z',
      }).length;
    expect(size()).toBeLessThanOrEqual(170);
    inputs.entityRefs = ['component:default/consul'];
    expect(size()).toBeLessThanOrEqual(215);
  });
});
