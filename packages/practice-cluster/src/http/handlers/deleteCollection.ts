import { ResourceContext } from '../RequestContext';
import { respond } from '../respond';
import { listJson } from './listJson';
import { parseListOptions } from './parseListOptions';
import { readDeleteOptions } from './readDeleteOptions';

/** `DELETE` of a collection. @public */
export async function deleteCollection(
  context: ResourceContext,
): Promise<void> {
  const { definition, services } = context;
  const { matches } = parseListOptions(context);
  const { preconditions, ...options } = await readDeleteOptions(context);
  const objects = services.store.list(definition.name).filter(matches);
  for (const { metadata } of objects) {
    services.store.delete(
      definition.name,
      metadata.namespace,
      metadata.name,
      options,
    );
  }
  const { resourceVersion } = services.store;
  await respond.json(
    context,
    200,
    listJson(definition, objects, { resourceVersion }),
  );
}
