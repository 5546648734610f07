import { parseLabelSelector } from './parseLabelSelector';

describe('parseLabelSelector', () => {
  const labels = { app: 'consul', tier: 'data', rank: '3' };

  it.each([
    ['', true],
    ['app=consul', true],
    ['app==consul,tier!=web', true],
    ['app in (web, consul)', true],
    ['app notin (web,consul)', false],
    ['missing notin (a)', true],
    ['missing!=a', true],
    ['tier', true],
    ['!tier', false],
    ['rank>2,rank<4', true],
    ['rank > 3', false],
    ['missing in (a,)', false],
    ['constructor', false],
  ])('%s', (selector, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it.each([
    [
      'a b',
      "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
    ],
    ['a in (b', "unable to parse requirement: found '', expected: ',' or ')'"],
    [
      'a=b,',
      "unable to parse requirement: found '', expected: identifier after ','",
    ],
  ])('refuses %s', (selector, message) => {
    expect(() => parseLabelSelector(selector)).toThrow(message);
  });
});
