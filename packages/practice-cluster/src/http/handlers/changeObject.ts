import { apiErrors } from '../../machinery/apiErrors';
import { decodeObject } from '../../machinery/decodeObject';
import { applyDefaults } from '../../machinery/defaults/applyDefaults';
import { validateObject } from '../../machinery/validation/validateObject';
import { KubeObject } from '../../types';
import { ResourceContext } from '../RequestContext';

/**
 * Writes what a client has made of an object, by PUT or by a patch. `status`
 * is written by its own subresource, and only that.
 *
 * @public
 */
export function changeObject(
  context: ResourceContext,
  make: (current: KubeObject) => unknown,
): KubeObject {
  const { definition, target, services } = context;
  const resource = definition.name;
  const name = target.name!;
  const current = services.store.get(resource, target.namespace, name);
  if (!current) throw apiErrors.notFound(definition, name);

  const wanted = decodeObject(definition, make(current));
  checkIdentity(wanted, current, target.namespace);
  const { uid, resourceVersion } = wanted.metadata;
  const next = structuredClone(mix(context, wanted, current));
  delete next.metadata.managedFields;
  keepAllocated(resource, next, current);
  applyDefaults(resource, next);
  validateObject(resource, next, current);
  return services.store.update(
    resource,
    target.namespace,
    name,
    draft => {
      for (const field of Object.keys(draft)) delete draft[field];
      Object.assign(draft, next);
    },
    { uid: uid || undefined, resourceVersion: resourceVersion || undefined },
  );
}

/** What of the client's object counts on this path. */
function mix(
  { definition, target }: ResourceContext,
  wanted: KubeObject,
  current: KubeObject,
): KubeObject {
  if (target.subresource === 'status') {
    return { ...current, status: wanted.status };
  }
  return definition.subresources?.includes('status')
    ? { ...wanted, status: current.status }
    : { ...wanted };
}

function checkIdentity(
  { metadata }: KubeObject,
  current: KubeObject,
  namespace: string | undefined,
) {
  if (metadata.name !== current.metadata.name) {
    throw apiErrors.badRequest(
      metadata.name
        ? `the name of the object (${metadata.name}) does not match the name on the URL (${current.metadata.name})`
        : `name of the object is required`,
    );
  }
  if (
    namespace !== undefined &&
    metadata.namespace &&
    current.metadata.namespace &&
    metadata.namespace !== current.metadata.namespace
  ) {
    throw apiErrors.badRequest(
      `the namespace of the object (${metadata.namespace}) does not match the namespace on the URL (${namespace})`,
    );
  }
}

/** A PUT may leave out what the server allocated. */
function keepAllocated(
  resource: string,
  next: KubeObject,
  current: KubeObject,
) {
  if (resource !== 'services') return;
  next.spec ??= {};
  next.spec.clusterIP ||= current.spec.clusterIP;
  next.spec.clusterIPs ??= current.spec.clusterIPs;
}
