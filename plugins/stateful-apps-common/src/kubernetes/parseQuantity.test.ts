import fc from 'fast-check';
import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['0', 0],
    ['10', 10],
    ['+5', 5],
    ['-3', -3],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['2.', 2],
    ['100m', 0.1],
    ['250u', 0.00025],
    ['7n', 7e-9],
    ['1k', 1000],
    ['1M', 1e6],
    ['1G', 1e9],
    ['1T', 1e12],
    ['1P', 1e15],
    ['1E', 1e18],
    ['1Ki', 1024],
    ['100Mi', 104857600],
    ['1Gi', 1073741824],
    ['1.5Gi', 1610612736],
    ['2Ti', 2 ** 41],
    ['1Pi', 2 ** 50],
    ['1Ei', 2 ** 60],
    ['1e3', 1000],
    ['1E3', 1000],
    ['12e-1', 1.2],
  ])('reads %s', (text, expected) => {
    expect(parseQuantity(text)).toBeCloseTo(expected, 12);
  });

  it.each([
    '',
    ' ',
    '10Gb',
    '10 Gi',
    'Gi',
    '1ki',
    '1K',
    '1GiB',
    '1,5Gi',
    '0x10',
    '1e',
    '1e999',
    '--1',
    'NaN',
    'Infinity',
    '9'.repeat(65),
    undefined,
    null,
    {},
    NaN,
  ])('refuses %p', value => {
    expect(parseQuantity(value)).toBeUndefined();
  });

  it('takes numbers as they are', () => {
    expect(parseQuantity(42)).toBe(42);
  });

  it('never throws, and gives finite numbers only', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const result = parseQuantity(value);
        expect(result === undefined || Number.isFinite(result)).toBe(true);
      }),
    );
  });
});
