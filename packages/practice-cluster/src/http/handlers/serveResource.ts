import { apiErrors } from '../../machinery/apiErrors';
import { VIRTUAL_RESOURCES } from '../discovery/virtualResources';
import { routeErrors } from '../routeErrors';
import { ResourceContext } from '../RequestContext';
import { accessReviews } from './accessReviews';
import { createObject } from './createObject';
import { deleteCollection } from './deleteCollection';
import { deleteObject } from './deleteObject';
import { listObjects } from './listObjects';
import { nodeProxy } from './nodeProxy';
import { podLog } from './podLog';
import { podProxy } from './podProxy';
import { serveObject } from './serveObject';
import { serveScale } from './serveScale';
import { watchObjects } from './watchObjects';

type Handler = (context: ResourceContext) => void | Promise<void>;

const MAIN = new Map<string, Handler>([
  ['get', serveObject],
  ['list', listObjects],
  ['watch', watchObjects],
  ['create', createObject],
  ['update', serveObject],
  ['patch', serveObject],
  ['delete', deleteObject],
  ['deletecollection', deleteCollection],
]);

const SUBRESOURCES = new Map<string, Handler>([
  ['nodes/proxy', nodeProxy],
  ['pods/exec', expectUpgrade],
  ['pods/log', podLog],
  ['pods/proxy', podProxy],
  ['statefulsets/scale', serveScale],
]);

/** Leads a request for a resource to what answers it. Throws 404 and 405. @public */
export async function serveResource(context: ResourceContext): Promise<void> {
  const { definition, target } = context;
  await handlerOf(definition, target)(context);
}

function handlerOf(
  definition: ResourceContext['definition'],
  { verb, name, subresource }: ResourceContext['target'],
): Handler {
  if (VIRTUAL_RESOURCES.includes(definition)) {
    if (verb !== 'create') throw routeErrors.methodNotAllowed();
    return accessReviews;
  }
  if (subresource !== undefined) {
    if (!definition.subresources?.includes(subresource)) {
      throw routeErrors.notServed();
    }
    return SUBRESOURCES.get(`${definition.name}/${subresource}`) ?? serveObject;
  }
  const handler = MAIN.get(verb);
  const needsName = ['update', 'patch'].includes(verb);
  if (!handler || (needsName && !name) || (verb === 'create' && name)) {
    throw routeErrors.methodNotAllowed();
  }
  return handler;
}

function expectUpgrade(): never {
  throw apiErrors.badRequest('Upgrade request required');
}
