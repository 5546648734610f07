import { isPlainObject } from './isPlainObject';

/**
 * JSON merge patch (RFC 7386). Makes a new value; foreign keys such as
 * `__proto__` are keys like all others.
 *
 * @public
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isPlainObject(patch)) return patch;
  const result = new Map(isPlainObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, mergePatch(result.get(key), value));
  }
  return Object.fromEntries(result);
}
