import fc from 'fast-check';
import { matchesLabels } from './matchesLabels';
import { parseLabelSelector } from './parseLabelSelector';

function matches(selector: string, labels: Record<string, string>): boolean {
  const { requirements, error } = parseLabelSelector(selector);
  if (error) throw new Error(error);
  return matchesLabels({ matchExpressions: requirements }, labels);
}

describe('parseLabelSelector', () => {
  const labels = {
    app: 'consul',
    tier: 'backend',
    'example.com/part': 'a.b_c',
  };

  it.each([
    ['app=consul', true],
    ['app==consul', true],
    [' app = consul , tier = backend ', true],
    ['app=nginx', false],
    ['app!=nginx', true],
    ['missing!=nginx', true],
    ['app!=consul', false],
    ['app in (nginx, consul)', true],
    ['app in (nginx)', false],
    ['app notin (nginx,redis)', true],
    ['missing notin (a)', true],
    ['example.com/part=a.b_c', true],
    ['app', true],
    ['missing', false],
    ['!missing', true],
    ['! app', false],
    ['tier in (backend),app,!x', true],
    ['constructor', false],
    ['app=', false],
  ])('%j selects: %s', (selector, expected) => {
    expect(matches(selector, labels)).toBe(expected);
  });

  it.each([
    '',
    '  ',
    ',',
    'app=consul,',
    'app in consul',
    'app in (a',
    'app=a=b',
    '-app=a',
    'app=-a',
    'app>3',
    'app in (a b)',
    'a/b/c=d',
    `app=${'x'.repeat(64)}`,
    'x'.repeat(3000),
  ])('says what is wrong with %j', selector => {
    expect(parseLabelSelector(selector).error).toMatch(
      /^The label selector .+\.$/,
    );
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const { requirements, error } = parseLabelSelector(text);
        expect((requirements === undefined) !== (error === undefined)).toBe(
          true,
        );
      }),
    );
  });
});

describe('matchesLabels', () => {
  it('matches everything with an empty selector', () => {
    expect(matchesLabels({}, { a: 'b' })).toBe(true);
  });

  it('needs every label of matchLabels', () => {
    expect(matchesLabels({ matchLabels: { a: 'b', c: 'd' } }, { a: 'b' })).toBe(
      false,
    );
    expect(matchesLabels({ matchLabels: { constructor: 'x' } }, {})).toBe(
      false,
    );
  });
});
