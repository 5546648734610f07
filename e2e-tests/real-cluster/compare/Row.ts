import { isDeepStrictEqual } from 'node:util';

/** One field: where our answer has it, and where the cluster's own tools have it. */
export interface Row<Ours, Truth> {
  field: string;
  ours(view: Ours): unknown;
  /** `view` is for fields of which several values are right. */
  truth(truth: Truth, view: Ours): unknown;
}

/** What came of comparing. */
export interface Comparison {
  /** How many fields were compared. */
  fields: number;
  /** One line for each field that differs. */
  differences: string[];
}

/** Compares one object by a table; every difference is reported, not the first. */
export function compareRows<Ours, Truth>(
  subject: string,
  rows: Array<Row<Ours, Truth>>,
  view: Ours,
  truth: Truth,
): Comparison {
  const differences: string[] = [];
  for (const row of rows) {
    const ours = row.ours(view);
    const theirs = row.truth(truth, view);
    if (!isDeepStrictEqual(ours, theirs)) {
      differences.push(
        `${subject} ${row.field}: ours ${show(ours)}, the cluster ${show(
          theirs,
        )}`,
      );
    }
  }
  return { fields: rows.length, differences };
}

/** Compares which objects there are, and those that both sides have by `compare`. */
export function compareSets<Ours, Truth>(
  subject: string,
  ours: ReadonlyMap<string, Ours>,
  truth: ReadonlyMap<string, Truth>,
  compare: (key: string, view: Ours, truth: Truth) => Comparison,
): Comparison {
  const total: Comparison = { fields: 1, differences: [] };
  const keys = (map: ReadonlyMap<string, unknown>) => [...map.keys()].sort();
  if (!isDeepStrictEqual(keys(ours), keys(truth))) {
    total.differences.push(
      `${subject}: ours ${show(keys(ours))}, the cluster ${show(keys(truth))}`,
    );
  }
  for (const [key, view] of ours) {
    const other = truth.get(key);
    if (other !== undefined) add(total, compare(key, view, other));
  }
  return total;
}

/** Adds one comparison to another. */
export function add(total: Comparison, part: Comparison): Comparison {
  total.fields += part.fields;
  total.differences.push(...part.differences);
  return total;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
