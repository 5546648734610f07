import { mockApis } from '@backstage/frontend-test-utils';
import { AppView, summarizeApp } from '@stateful-apps/backstage-plugin-common';
import { appView, consulView } from '../__testUtils__/appView';
import { identityView } from '../__testUtils__/identityView';
import { statefulAppsTranslationRef } from '../translation';
import { boardModel } from './boardModel';
import { failureModel } from './failureModel';
import { formatAge } from './formatAge';
import { formatBytes } from './formatBytes';
import { sentenceAfter } from './sentenceAfter';
import { summarySentence } from './summarySentence';
import { visibleText } from './visibleText';

const snapshot = mockApis
  .translation()
  .getTranslation(statefulAppsTranslationRef);
if (!snapshot.ready) throw new Error('The English text is there at once');
const { t } = snapshot;

describe('visibleText', () => {
  it('spells out what deceives the eye, and leaves the rest', () => {
    expect(visibleText('consul-0 – é 日本 🙂')).toBe('consul-0 – é 日本 🙂');
    expect(visibleText('a\u001b[31mred\u0000')).toBe(
      'a⟨U+001B⟩[31mred⟨U+0000⟩',
    );
    expect(visibleText('a\u202eb\u200bc\ufeffd')).toBe(
      'a⟨U+202E⟩b⟨U+200B⟩c⟨U+FEFF⟩d',
    );
    expect(visibleText('two\nlines')).toBe('two lines');
    expect(visibleText('x'.repeat(5_000))).toHaveLength(2_001);
  });
});

describe('formatAge', () => {
  it.each([
    [-5_000, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_600_000, '1 h'],
    [47 * 3_600_000, '47 h'],
    [48 * 3_600_000, '2 d'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(formatAge(milliseconds, t)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KiB'],
    [1024 ** 3, '1 GiB'],
    [5.25 * 1024 ** 4, '5.3 TiB'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('sentenceAfter', () => {
  it('does not say the word of the state twice', () => {
    expect(sentenceAfter('Healthy', 'Healthy. Can lose 1.')).toBe(
      'Can lose 1.',
    );
    expect(sentenceAfter('Healthy', 'Healthy.')).toBe('Healthy.');
    expect(sentenceAfter('Healing', 'Healthy soon.')).toBe('Healthy soon.');
  });
});

describe('summarySentence', () => {
  const sentenceOf = (view: AppView) => summarySentence(summarizeApp(view), t);

  it('words the row of a healthy app', () => {
    expect(sentenceOf(consulView(3))).toBe('Can lose 1 more server.');
    expect(sentenceOf(consulView(5))).toBe('Can lose 2 more servers.');
    expect(sentenceOf(consulView(1))).toBe('One more loss stops writes.');
    expect(sentenceOf(appView(1))).toBe('1 identity is ready.');
    expect(sentenceOf(appView(3))).toBe('3 identities are ready.');
  });

  it('says of any other what is said of it', () => {
    const view = consulView(3);
    view.verdict = {
      ...view.verdict,
      state: 'healing',
      reason: 'RollingUpdate',
      sentence: 'Updating consul-1.',
    };
    expect(sentenceOf(view)).toBe('Updating consul-1.');
  });
});

describe('failureModel', () => {
  const failure = (statusCode?: number) =>
    failureModel(Object.assign(new Error('why'), { statusCode }), t);

  it('tells what to do next by what happened', () => {
    expect(failure(403)).toMatchObject({ kind: 'not-allowed' });
    expect(failure(403).next).toContain('stateful-apps.app.read');
    expect(failure(404).next).toContain('does not know the plugin');
    expect(failure(400).next).toContain('does not accept');
    expect(failure().next).toContain('did not answer');
    expect(failure(500).details).toBe('why');
  });
});

describe('boardModel', () => {
  const texts = (board: ReturnType<typeof boardModel>, ordinal: number) =>
    Object.values(board.identities[ordinal].cells)
      .flat()
      .map(({ text }) => text);

  it('has the rows of its kind of app', () => {
    const aspects = (kind: 'consul' | 'web' | 'other') =>
      boardModel(appView(1, { kind }), t).aspects.map(({ aspect }) => aspect);
    expect(aspects('consul').slice(4)).toEqual(['member', 'seenAlive']);
    expect(aspects('web').slice(4)).toEqual(['page']);
    expect(aspects('other').slice(4)).toEqual([]);
  });

  it('counts only servers that were asked among those who do not see a member', () => {
    const view = consulView(3);
    // consul-2 could not be asked, so nobody knows what it sees.
    for (const { member } of view.identities) {
      if (member) member.seenAliveBy = [0, 1];
    }
    view.identities[2].member!.seenAliveBy = [0];
    const board = boardModel(view, t);
    expect(texts(board, 0)).toContain('2 of 2');
    expect(texts(board, 2)).toEqual(
      expect.arrayContaining(['1 of 2', 'not by consul-1']),
    );
  });

  it('never shows as fine what is not known', () => {
    const view = consulView(1);
    view.identities[0] = identityView(0, 'consul', {
      member: undefined,
      volumes: [],
      dns: { name: 'consul-0.consul', resolvable: 'unknown' },
    });
    const { cells } = boardModel(view, t).identities[0];
    const toneOf = (aspect: 'member' | 'seenAlive' | 'name') =>
      cells[aspect]!.at(-1)!.tone;
    expect(toneOf('member')).toBe('unknown');
    expect(toneOf('seenAlive')).toBe('unknown');
    expect(toneOf('name')).toBe('unknown');
  });

  it('says for every value where it was read', () => {
    for (const identity of boardModel(consulView(3), t).identities) {
      for (const fact of Object.values(identity.cells).flat()) {
        expect(fact.sources.length).toBeGreaterThan(0);
        for (const { object, field } of fact.sources) {
          expect(object).not.toBe('');
          expect(field).not.toBe('');
        }
      }
    }
  });
});
