import { apiErrors } from '../../machinery/apiErrors';
import { KubeObject } from '../../types';
import { ResourceContext } from '../RequestContext';

/** The pod that a subresource belongs to. Throws 404. @public */
export function findPod(
  { services, target, definition }: ResourceContext,
  name: string = target.name!,
): KubeObject {
  const pod = services.store.get('pods', target.namespace, name);
  if (!pod) throw apiErrors.notFound(definition, name);
  return pod;
}
