import { apiErrors } from '../apiErrors';
import { resourceByName } from '../resourceByName';
import { OBJECT_SHAPES, Shape } from './objectShapes';

/**
 * Refuses, with 400 as a decoder does, an object whose fields have types other
 * than those that the rest of the API machinery relies on.
 *
 * @public
 */
export function checkShape(resource: string, object: unknown): void {
  const { kind, version } = resourceByName(resource);
  const mismatch = findMismatch(
    object,
    { ...OBJECT_SHAPES.common, ...OBJECT_SHAPES.byResource.get(resource) },
    '',
  );
  if (mismatch) {
    throw apiErrors.badRequest(
      `${kind} in version "${version}" cannot be handled as a ${kind}: json: cannot unmarshal ${mismatch.found} into Go struct field ${kind}${mismatch.path} of type ${mismatch.wanted}`,
    );
  }
}

interface Mismatch {
  path: string;
  found: string;
  wanted: string;
}

function findMismatch(
  value: unknown,
  shape: Shape,
  path: string,
): Mismatch | undefined {
  if (value === undefined) return undefined;
  const found = jsonType(value);
  if (typeof shape === 'string') {
    if (shape === 'strings') {
      const wanted = 'map[string]string';
      if (found !== 'object') return { path, found, wanted };
      const odd = Object.values(value as object).find(
        entry => typeof entry !== 'string',
      );
      return odd === undefined
        ? undefined
        : { path, found: jsonType(odd), wanted: 'string' };
    }
    if (found === shape) return undefined;
    return { path, found, wanted: shape === 'number' ? 'int32' : shape };
  }
  if (Array.isArray(shape)) {
    if (found !== 'array') return { path, found, wanted: '[]object' };
    for (const entry of value as unknown[]) {
      const mismatch = findMismatch(entry, shape[0], path);
      if (mismatch) return mismatch;
    }
    return undefined;
  }
  if (found !== 'object') return { path, found, wanted: 'object' };
  for (const [field, inner] of Object.entries(shape)) {
    const mismatch = findMismatch(
      (value as Record<string, unknown>)[field],
      inner,
      `${path}.${field}`,
    );
    if (mismatch) return mismatch;
  }
  return undefined;
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
