import { apiErrors } from '../../machinery/apiErrors';
import { ResourceContext } from '../RequestContext';
import { respond } from '../respond';
import { routeErrors } from '../routeErrors';

/** `GET nodes/NAME/proxy/stats/summary`: of the kubelet's API only this is there. @public */
export async function nodeProxy(context: ResourceContext): Promise<void> {
  const { services, target, definition } = context;
  const name = target.name!;
  if (!services.store.get('nodes', undefined, name)) {
    throw apiErrors.notFound(definition, name);
  }
  if (target.verb !== 'get' || target.rest !== '/stats/summary') {
    throw routeErrors.notServed();
  }
  await respond.value(context, 200, await services.runtime.statsSummary(name));
}
