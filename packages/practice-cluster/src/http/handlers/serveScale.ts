import { apiErrors } from '../../machinery/apiErrors';
import { readObject } from '../readObject';
import { ResourceContext } from '../RequestContext';
import { respond } from '../respond';
import { routeErrors } from '../routeErrors';
import { changeScale } from './changeScale';
import { readPatch } from './readPatch';
import { refuseDryRun } from './refuseDryRun';
import { scaleOf } from './scaleOf';

/** `GET`, `PUT` and `PATCH` of `statefulsets/NAME/scale`. @public */
export async function serveScale(context: ResourceContext): Promise<void> {
  const { definition, target, services, request, url } = context;
  const name = target.name!;
  const object = services.store.get(definition.name, target.namespace, name);
  if (!object) throw apiErrors.notFound(definition, name);
  if (target.verb === 'get') {
    await respond.value(context, 200, scaleOf(object));
    return;
  }
  refuseDryRun(url.searchParams.get('dryRun'));
  if (target.verb === 'update') {
    const body = await readObject(request, 'Scale');
    const changed = changeScale(context, () => body);
    await respond.value(context, 200, scaleOf(changed));
  } else if (target.verb === 'patch') {
    const changed = changeScale(context, await readPatch(context));
    await respond.value(context, 200, scaleOf(changed));
  } else throw routeErrors.methodNotAllowed();
}
