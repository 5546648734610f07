import { isEqualJson } from '../isEqualJson';
import { apiErrors } from '../apiErrors';
import { isPlainObject } from './isPlainObject';
import { MERGE_KEYS } from './mergeKeys';

const DELETE_LIST = '$deleteFromPrimitiveList/';
const ORDER = '$setElementOrder/';
const RETAIN = '$retainKeys';

/**
 * Kubernetes' strategic merge patch: as a merge patch, but entries of the
 * lists in {@link MERGE_KEYS} are matched by their key. Knows the directives
 * `$patch` (delete, replace, merge), `$retainKeys`, `$setElementOrder` and
 * `$deleteFromPrimitiveList`.
 *
 * @public
 */
export function strategicMergePatch(target: unknown, patch: unknown): unknown {
  return mergeObject(target, patch, []);
}

function mergeObject(target: unknown, patch: unknown, path: string[]): unknown {
  if (!isPlainObject(patch)) return patch;
  if (patch.$patch === 'delete') return {};
  const { $patch, [RETAIN]: retained, ...changes } = patch;
  const fields = new Map(
    isPlainObject(target) && $patch !== 'replace' ? Object.entries(target) : [],
  );
  if (Array.isArray(retained)) {
    for (const field of fields.keys()) {
      if (!retained.includes(field)) fields.delete(field);
    }
  }
  for (const [field, change] of Object.entries(changes)) {
    if (field.startsWith(ORDER)) continue;
    if (field.startsWith(DELETE_LIST)) {
      const name = field.slice(DELETE_LIST.length);
      fields.set(name, withoutValues(fields.get(name), change));
    } else if (change === null) fields.delete(field);
    else {
      fields.set(
        field,
        mergeValue(fields.get(field), change, [...path, field]),
      );
    }
  }
  for (const [field, order] of Object.entries(changes)) {
    const name = field.slice(ORDER.length);
    const list = fields.get(name);
    if (
      field.startsWith(ORDER) &&
      Array.isArray(order) &&
      Array.isArray(list)
    ) {
      fields.set(name, inOrder(list, order, mergeKey([...path, name])));
    }
  }
  return Object.fromEntries(fields);
}

function mergeValue(
  current: unknown,
  change: unknown,
  path: string[],
): unknown {
  if (!Array.isArray(change)) return mergeObject(current, change, path);
  const key = mergeKey(path);
  const list = Array.isArray(current) ? current : [];
  if (key === undefined) return change;
  if (key === '') return [...new Set([...list, ...change])];
  return mergeList(list, change, key, path);
}

function mergeList(
  current: unknown[],
  changes: unknown[],
  key: string,
  path: string[],
): unknown[] {
  const replace = changes.some(
    change => isPlainObject(change) && change.$patch === 'replace',
  );
  let result = replace ? [] : [...current];
  for (const change of changes) {
    if (!isPlainObject(change)) {
      throw apiErrors.badRequest(
        `invalid entry in strategic merge patch: ${path.join('.')}`,
      );
    }
    if (change.$patch === 'replace') continue;
    const id = change[key];
    if (id === undefined) {
      throw apiErrors.badRequest(
        `map: ${JSON.stringify(
          change,
        )} does not contain declared merge key: ${key}`,
      );
    }
    const at = result.findIndex(entry => keyOf(entry, key) === id);
    if (change.$patch === 'delete') {
      result = result.filter(entry => keyOf(entry, key) !== id);
    } else if (at < 0) result.push(mergeObject({}, change, path));
    else result[at] = mergeObject(result[at], change, path);
  }
  return result;
}

function inOrder(list: unknown[], order: unknown[], key: string | undefined) {
  const idOf = (entry: unknown) => (key ? keyOf(entry, key) : entry);
  const wanted = order.map(idOf);
  const known = list.filter(entry => wanted.includes(idOf(entry)));
  known.sort((a, b) => wanted.indexOf(idOf(a)) - wanted.indexOf(idOf(b)));
  // Entries that the patch does not order keep their places.
  return list.map(entry =>
    wanted.includes(idOf(entry)) ? known.shift() : entry,
  );
}

function withoutValues(list: unknown, values: unknown): unknown {
  if (!Array.isArray(list) || !Array.isArray(values)) return list;
  return list.filter(entry => !values.some(value => isEqualJson(entry, value)));
}

function keyOf(entry: unknown, key: string): unknown {
  return isPlainObject(entry) ? entry[key] : undefined;
}

function mergeKey(path: string[]): string | undefined {
  const last = path[path.length - 1];
  const lastTwo = path.slice(-2).join('.');
  return MERGE_KEYS.find(([name]) => name === last || name === lastTwo)?.[1];
}
