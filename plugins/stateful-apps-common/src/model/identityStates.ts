import { HEALTH_STATES, HealthState } from './health';

/** One identity of a row. @public */
export interface IdentityState {
  ordinal: number;
  state: HealthState;
}

/** The letter by which the state of an identity stands in a row. @public */
export const STATE_LETTERS: Readonly<Record<HealthState, string>> = {
  healthy: 'h',
  healing: 'e',
  unknown: 'u',
  'needs-person': 'p',
};

const ENCODED = /^(?:\d{0,10}[heup])*$/;

/**
 * One letter of {@link STATE_LETTERS} for each identity. Ordinals count up
 * from 0; where one is not the next, it stands before its letter: `hhe` are 0,
 * 1 and 2, `5hh` are 5 and 6, `hh7p` are 0, 1 and 7.
 *
 * @param identities - in the order of their ordinals.
 * @public
 */
export function encodeIdentityStates(
  identities: Iterable<IdentityState>,
): string {
  let text = '';
  let next = 0;
  for (const { ordinal, state } of identities) {
    if (ordinal !== next) text += ordinal;
    text += STATE_LETTERS[state];
    next = ordinal + 1;
  }
  return text;
}

/**
 * The identities that `encodeIdentityStates` wrote.
 *
 * @throws TypeError if it cannot have written the text.
 * @public
 */
export function decodeIdentityStates(text: string): IdentityState[] {
  if (!ENCODED.test(text)) {
    throw new TypeError(
      `${JSON.stringify(
        text,
      )} is no list of identities: letters of ${Object.values(
        STATE_LETTERS,
      ).join(', ')}, an ordinal before a letter that is not the next.`,
    );
  }
  const identities: IdentityState[] = [];
  let next = 0;
  for (const [, start, letter] of text.matchAll(/(\d*)([heup])/g)) {
    const ordinal = start ? Number(start) : next;
    const state = HEALTH_STATES.find(each => STATE_LETTERS[each] === letter)!;
    identities.push({ ordinal, state });
    next = ordinal + 1;
  }
  return identities;
}
