import fc from 'fast-check';
import { HEALTH_STATES } from './health';
import {
  decodeIdentityStates,
  encodeIdentityStates,
  IdentityState,
} from './identityStates';

describe('encodeIdentityStates', () => {
  it.each<[string, IdentityState[]]>([
    ['', []],
    [
      'heup',
      [
        { ordinal: 0, state: 'healthy' },
        { ordinal: 1, state: 'healing' },
        { ordinal: 2, state: 'unknown' },
        { ordinal: 3, state: 'needs-person' },
      ],
    ],
    [
      '5hh',
      [
        { ordinal: 5, state: 'healthy' },
        { ordinal: 6, state: 'healthy' },
      ],
    ],
    [
      'h2147483647e',
      [
        { ordinal: 0, state: 'healthy' },
        { ordinal: 2147483647, state: 'healing' },
      ],
    ],
  ])('writes %j', (text, identities) => {
    expect(encodeIdentityStates(identities)).toBe(text);
    expect(decodeIdentityStates(text)).toEqual(identities);
  });

  it('loses no ordinal and no state', () => {
    const identities = fc
      .uniqueArray(
        fc.record({
          ordinal: fc.nat(),
          state: fc.constantFrom(...HEALTH_STATES),
        }),
        { selector: ({ ordinal }) => ordinal },
      )
      .map(list => list.sort((a, b) => a.ordinal - b.ordinal));
    fc.assert(
      fc.property(identities, list => {
        expect(decodeIdentityStates(encodeIdentityStates(list))).toEqual(list);
      }),
    );
  });

  it.each(['x', 'hx', 'h5', 'H', 'h h', '-1h'])('does not read %j', text => {
    expect(() => decodeIdentityStates(text)).toThrow(/no list of identities/);
  });
});
