/**
 * The pod's proxy subresource. Its name has the form `scheme:pod:port`, which
 * is also what `resourceNames` of an RBAC rule must say.
 */
export function podProxyPath(member: {
  namespace: string;
  pod: string;
  scheme: 'http' | 'https';
  port: number;
}): string[] {
  const { namespace, pod, scheme, port } = member;
  return [
    'api',
    'v1',
    'namespaces',
    namespace,
    'pods',
    `${scheme}:${pod}:${port}`,
    'proxy',
  ];
}
