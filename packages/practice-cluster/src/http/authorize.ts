import { AccessToken } from '../machinery/access/AccessToken';
import { isAllowed } from '../machinery/access/isAllowed';
import { ApiError } from '../types';
import { RequestTarget } from './RequestTarget';

/**
 * Throws 403, in the words of Kubernetes' RBAC, where the user's rules do not
 * allow the request.
 *
 * @public
 */
export function authorize(user: AccessToken, target: RequestTarget): void {
  const { verb } = target;
  const who = `User ${JSON.stringify(user.user)} cannot ${verb}`;
  if (target.type === 'path') {
    if (isAllowed(user.rules, { verb, path: target.path })) return;
    throw new ApiError(
      403,
      'Forbidden',
      `forbidden: ${who} path ${JSON.stringify(target.path)}`,
    );
  }
  const { group, namespace, name, subresource } = target;
  const resource = subresource
    ? `${target.resource}/${subresource}`
    : target.resource;
  if (isAllowed(user.rules, { verb, group, resource, namespace, name })) {
    return;
  }
  const qualified = group ? `${target.resource}.${group}` : target.resource;
  const subject = name ? `${qualified} ${JSON.stringify(name)}` : qualified;
  const scope = namespace
    ? `in the namespace ${JSON.stringify(namespace)}`
    : 'at the cluster scope';
  throw new ApiError(
    403,
    'Forbidden',
    `${subject} is forbidden: ${who} resource ${JSON.stringify(
      resource,
    )} in API group ${JSON.stringify(group)} ${scope}`,
    {
      ...(name ? { name } : {}),
      ...(group ? { group } : {}),
      kind: target.resource,
    },
  );
}
