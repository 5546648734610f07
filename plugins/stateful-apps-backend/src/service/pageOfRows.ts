import { InputError } from '@backstage/errors';
import {
  AppSummary,
  HEALTH_STATES,
  HealthState,
  parseAppId,
} from '@stateful-apps/backstage-plugin-common';
import { z } from 'zod';

/** Where a row stands in the list: worst first, then by name. */
type Position = [
  state: number,
  name: string,
  namespace: string,
  cluster: string,
];

const cursorSchema = z.tuple([
  z.number().int(),
  z.string(),
  z.string(),
  z.string(),
]);

/** One page of rows. The cursor names the last row shown, so that rows which come and go meanwhile shift nothing. */
export function pageOfRows(
  rows: AppSummary[],
  limit: number,
  cursor?: string,
): { items: AppSummary[]; nextCursor?: string } {
  const sorted = rows
    .map(row => ({ row, position: positionOf(row) }))
    .sort((a, b) => compare(a.position, b.position));
  const last = cursor === undefined ? undefined : decode(cursor);
  const rest = last
    ? sorted.filter(({ position }) => compare(position, last) > 0)
    : sorted;
  const page = rest.slice(0, limit);
  const items = page.map(({ row }) => row);
  if (rest.length <= limit) return { items };
  return { items, nextCursor: encode(page[page.length - 1].position) };
}

function positionOf({ id, state }: AppSummary): Position {
  const { cluster, namespace, name } = parseAppId(id);
  return [rank(state), name, namespace, cluster];
}

function rank(state: HealthState): number {
  return HEALTH_STATES.length - HEALTH_STATES.indexOf(state);
}

function compare(a: Position, b: Position): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] < b[index]) return -1;
    if (a[index] > b[index]) return 1;
  }
  return 0;
}

function encode(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decode(cursor: string): Position {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    return cursorSchema.parse(JSON.parse(text));
  } catch {
    throw new InputError(
      'The cursor is not one that this list gave; ask for the first page again, without cursor.',
    );
  }
}
