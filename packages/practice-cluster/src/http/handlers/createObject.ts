import { apiErrors } from '../../machinery/apiErrors';
import { decodeObject } from '../../machinery/decodeObject';
import { applyDefaults } from '../../machinery/defaults/applyDefaults';
import { NamespaceLifecycle } from '../../machinery/NamespaceLifecycle';
import { validateObject } from '../../machinery/validation/validateObject';
import { ApiError, KubeObject } from '../../types';
import { readObject } from '../readObject';
import { ResourceContext } from '../RequestContext';
import { routeErrors } from '../routeErrors';
import { refuseDryRun } from './refuseDryRun';
import { sendObject } from './sendObject';

/** `POST` to a collection. @public */
export async function createObject(context: ResourceContext): Promise<void> {
  const { definition, target, services } = context;
  refuseDryRun(context.url.searchParams.get('dryRun'));
  const object = decodeObject(
    definition,
    await readObject(context.request, definition.kind),
  );
  const { metadata } = object;
  if (definition.namespaced) {
    if (target.namespace === undefined) {
      throw routeErrors.methodNotAllowed();
    }
    checkNamespace(object, target.namespace);
    metadata.namespace = target.namespace;
  }
  if (metadata.resourceVersion) {
    throw new ApiError(
      500,
      '',
      'resourceVersion should not be set on objects to be created',
    );
  }
  delete metadata.managedFields;
  if (definition.subresources?.includes('status')) delete object.status;

  const checked = structuredClone({ ...object });
  applyDefaults(definition.name, checked);
  validateObject(definition.name, checked);
  if (metadata.namespace !== undefined) {
    NamespaceLifecycle.expectOpen(
      services.store,
      definition.name,
      metadata.namespace,
      metadata.name ?? '',
    );
  }
  await sendObject(
    context,
    201,
    services.store.create(definition.name, object),
  );
}

function checkNamespace({ metadata }: KubeObject, namespace: string) {
  if (metadata.namespace && metadata.namespace !== namespace) {
    throw apiErrors.badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
}
