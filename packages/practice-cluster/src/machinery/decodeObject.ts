import { KubeObject } from '../types';
import { apiErrors } from './apiErrors';
import { ResourceDefinition } from './ResourceDefinition';
import { checkShape } from './validation/checkShape';

/**
 * Makes an object of a resource out of foreign JSON. As in Go's decoder, a
 * `null` is a field that is not there.
 *
 * @public
 */
export function decodeObject(
  definition: ResourceDefinition,
  json: unknown,
): KubeObject {
  const { name, kind, group, version } = definition;
  const object = withoutNulls(json);
  checkShape(name, object);
  const fields = object as KubeObject;
  const apiVersion = group ? `${group}/${version}` : version;
  if (
    (fields.kind !== undefined && fields.kind !== kind) ||
    (fields.apiVersion !== undefined && fields.apiVersion !== apiVersion)
  ) {
    throw apiErrors.badRequest(
      `${fields.kind} in version "${fields.apiVersion}" cannot be handled as a ${kind}: converting (${fields.apiVersion}.${fields.kind}) to (${apiVersion}.${kind}): unknown conversion`,
    );
  }
  return { ...fields, apiVersion, kind, metadata: fields.metadata ?? {} };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  // Own properties only, also for a key such as `__proto__`.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null)
      .map(([key, entry]) => [key, withoutNulls(entry)]),
  );
}
