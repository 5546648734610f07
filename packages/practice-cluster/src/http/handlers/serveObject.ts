import { apiErrors } from '../../machinery/apiErrors';
import { readObject } from '../readObject';
import { ResourceContext } from '../RequestContext';
import { routeErrors } from '../routeErrors';
import { changeObject } from './changeObject';
import { readPatch } from './readPatch';
import { refuseDryRun } from './refuseDryRun';
import { sendObject } from './sendObject';

/** `GET`, `PUT` and `PATCH` of one object or of its `status`. @public */
export async function serveObject(context: ResourceContext): Promise<void> {
  const { definition, target, services, request, url } = context;
  const name = target.name!;
  if (target.verb === 'get') {
    const { store } = services;
    const object = store.get(definition.name, target.namespace, name);
    if (!object) throw apiErrors.notFound(definition, name);
    await sendObject(context, 200, object);
    return;
  }
  refuseDryRun(url.searchParams.get('dryRun'));
  if (target.verb === 'update') {
    const body = await readObject(request, definition.kind);
    await sendObject(
      context,
      200,
      changeObject(context, () => body),
    );
  } else if (target.verb === 'patch') {
    const patch = await readPatch(context);
    await sendObject(context, 200, changeObject(context, patch));
  } else throw routeErrors.methodNotAllowed();
}
