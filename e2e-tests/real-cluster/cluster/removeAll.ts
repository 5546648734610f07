import { Kubectl } from './Kubectl';

/** Takes away what a run made in the cluster; does not wait for its end. */
export async function removeAll(
  kubectl: Kubectl,
  prefix: string,
): Promise<void> {
  await remove(kubectl, prefix, 'namespaces,clusterroles,clusterrolebindings');
  // The reading role has a part in the namespace of the nodes' leases.
  const leases = ['--namespace', 'kube-node-lease'];
  await remove(kubectl, prefix, 'roles,rolebindings', leases);
}

async function remove(
  kubectl: Kubectl,
  prefix: string,
  kinds: string,
  where: string[] = [],
): Promise<void> {
  const all = await kubectl.run([...where, 'get', kinds, '--output=name']);
  const ours = all
    .split('\n')
    .filter(name => name.split('/')[1]?.startsWith(`${prefix}-`));
  if (ours.length) {
    await kubectl.run([...where, 'delete', '--wait=false', ...ours]);
  }
}
