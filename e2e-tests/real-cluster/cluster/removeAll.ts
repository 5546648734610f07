import { Kubectl } from './Kubectl';

/** Takes away what a run made in the cluster; does not wait for its end. */
export async function removeAll(
  kubectl: Kubectl,
  prefix: string,
): Promise<void> {
  const all = await kubectl.run([
    'get',
    'namespaces,clusterroles,clusterrolebindings',
    '--output=name',
  ]);
  const ours = all
    .split('\n')
    .filter(name => name.split('/')[1]?.startsWith(`${prefix}-`));
  if (ours.length) await kubectl.run(['delete', '--wait=false', ...ours]);
}
