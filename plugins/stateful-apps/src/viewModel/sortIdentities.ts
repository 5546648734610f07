import { isWorse } from '@stateful-apps/backstage-plugin-common';
import { BoardAspect, IdentityModel } from './boardModel';

/** What a turned board can be sorted by. */
export type IdentityOrder = 'identity' | 'state' | BoardAspect;

/** The identities in an order; equal ones stay in that of their ordinals. */
export function sortIdentities(
  identities: readonly IdentityModel[],
  order: IdentityOrder,
  descending: boolean,
): IdentityModel[] {
  const sign = descending ? -1 : 1;
  return [...identities].sort(
    (a, b) => sign * compare(a, b, order) || a.ordinal - b.ordinal,
  );
}

function compare(
  a: IdentityModel,
  b: IdentityModel,
  order: IdentityOrder,
): number {
  if (order === 'identity') return a.ordinal - b.ordinal;
  if (order === 'state') {
    // The worst first: what is asked for by sorting by state.
    if (isWorse(a.state, b.state)) return -1;
    return isWorse(b.state, a.state) ? 1 : 0;
  }
  return textOf(a, order).localeCompare(textOf(b, order), undefined, {
    numeric: true,
  });
}

function textOf(identity: IdentityModel, aspect: BoardAspect): string {
  return (identity.cells[aspect] ?? []).map(({ text }) => text).join(' ');
}
