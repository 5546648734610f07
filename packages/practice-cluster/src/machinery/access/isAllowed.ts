import { PolicyRule } from './PolicyRule';

/** What a request wants to do. @public */
export type AccessRequest =
  | {
      verb: string;
      group: string;
      /** With subresource: `pods/log`. */
      resource: string;
      namespace?: string;
      name?: string;
    }
  | { verb: string; path: string };

/** Whether one of the rules allows the request. @public */
export function isAllowed(
  rules: readonly PolicyRule[],
  request: AccessRequest,
): boolean {
  return rules.some(rule => {
    if (!covers(rule.verbs, request.verb)) return false;
    if ('path' in request) {
      return (rule.nonResourceURLs ?? []).some(
        url =>
          url === request.path ||
          (url.endsWith('*') && request.path.startsWith(url.slice(0, -1))),
      );
    }
    return (
      covers(rule.apiGroups, request.group) &&
      coversResource(rule.resources ?? [], request.resource) &&
      (!rule.resourceNames ||
        rule.resourceNames.includes(request.name ?? '')) &&
      (!rule.namespaces || rule.namespaces.includes(request.namespace ?? ''))
    );
  });
}

function covers(list: readonly string[] | undefined, value: string): boolean {
  return list !== undefined && (list.includes('*') || list.includes(value));
}

function coversResource(list: readonly string[], resource: string): boolean {
  if (covers(list, resource)) return true;
  const [parent, subresource] = resource.split('/');
  return (
    subresource !== undefined &&
    (list.includes(`${parent}/*`) || list.includes(`*/${subresource}`))
  );
}
