import { loadFixture } from '../__fixtures__';
import { assessApp } from './assessApp';
import { summarizeApp } from './summarizeApp';

describe('summarizeApp', () => {
  it('tells of an app what a row shows', () => {
    const inputs = loadFixture('consul-one-lost-healing');
    inputs.entityRefs = ['component:default/consul'];
    expect(summarizeApp(assessApp(inputs, 12))).toEqual({
      ref: {
        cluster: 'course',
        namespace: 'common-fixtures',
        name: 'consul-headless',
      },
      kind: 'consul',
      revision: 12,
      asOf: inputs.now,
      state: 'healing',
      reason: 'NotInRaft',
      sentence:
        'consul-headless-2: Its server is joining; it is not in raft yet. One more loss stops writes.',
      replicas: 3,
      readyReplicas: 3,
      canLose: 0,
      storage: 'dies-with-pod',
      identities: [
        { ordinal: 0, state: 'healthy' },
        { ordinal: 1, state: 'healthy' },
        { ordinal: 2, state: 'healing' },
      ],
      entityRefs: ['component:default/consul'],
    });
  });

  it('leaves out what is not known', () => {
    expect(
      summarizeApp(assessApp(loadFixture('probing-off'), 1)).canLose,
    ).toBeUndefined();
    expect(
      summarizeApp(assessApp(loadFixture('web-same-page'), 1)).canLose,
    ).toBeUndefined();
  });

  it('is small', () => {
    const row = summarizeApp(assessApp(loadFixture('consul-healthy'), 1));
    expect(JSON.stringify(row).length).toBeLessThan(500);
  });
});
