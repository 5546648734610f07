import { KubeObject, ObjectStore } from '../../types';

/**
 * Whether a pod's service account may list the pods of a namespace
 * (undefined: of all). Without that right `provider=k8s` finds nothing.
 *
 * @public
 */
export function mayListPods(
  api: ObjectStore,
  account: { namespace: string; name: string },
  namespace: string | undefined,
): boolean {
  const clusterWide = api
    .list('clusterrolebindings')
    .filter(binding => names(binding, account))
    .some(binding => allows(api, binding, undefined));
  if (clusterWide || namespace === undefined) return clusterWide;
  return api
    .list('rolebindings', namespace)
    .filter(binding => names(binding, account))
    .some(binding => allows(api, binding, namespace));
}

function names(
  binding: KubeObject,
  account: { namespace: string; name: string },
): boolean {
  const groups = [
    'system:serviceaccounts',
    `system:serviceaccounts:${account.namespace}`,
    'system:authenticated',
  ];
  return (binding.subjects ?? []).some(
    ({ kind, name, namespace = binding.metadata.namespace }: any) =>
      kind === 'ServiceAccount'
        ? name === account.name && namespace === account.namespace
        : kind === 'Group' && groups.includes(name),
  );
}

function allows(
  api: ObjectStore,
  { roleRef }: KubeObject,
  namespace: string | undefined,
): boolean {
  const role =
    roleRef.kind === 'ClusterRole'
      ? api.get('clusterroles', undefined, roleRef.name)
      : api.get('roles', namespace, roleRef.name);
  return (role?.rules ?? []).some(
    ({ apiGroups = [], resources = [], verbs = [], resourceNames }: any) =>
      !resourceNames &&
      has(apiGroups, '') &&
      has(resources, 'pods') &&
      has(verbs, 'list'),
  );
}

function has(list: readonly string[], value: string): boolean {
  return list.includes(value) || list.includes('*');
}
