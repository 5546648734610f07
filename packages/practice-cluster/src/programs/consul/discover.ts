import { matchesSelector } from '../../controllers/matchesSelector';
import { isPodReady } from '../../controllers/isPodReady';
import { readyCondition } from '../../controllers/readyCondition';
import { KubeObject, ObjectStore } from '../../types';
import { PodIdentity } from '../Command';
import { DiscoveryError } from './DiscoveryError';
import { mayListPods } from './mayListPods';

/**
 * The addresses that one `retry-join` stands for now. With `provider=k8s`:
 * running pods of a label selector, in one namespace or, where none is named,
 * in all. Else an address, or a name below a headless Service. Throws
 * {@link DiscoveryError}.
 *
 * @public
 */
export function discover(
  target: string,
  api: ObjectStore,
  { namespace, serviceAccountName: account }: PodIdentity,
): string[] {
  if (!/\bprovider=/.test(target)) return resolve(target, api, namespace);
  const settings = new Map<string, string>();
  for (const [, name, quoted, plain] of target.matchAll(
    /(\w+)=(?:"([^"]*)"|(\S*))/g,
  )) {
    settings.set(name, quoted ?? plain);
  }
  if (settings.get('provider') !== 'k8s') {
    throw new DiscoveryError(
      `discover: unknown provider ${settings.get('provider')}`,
    );
  }
  const searched = settings.get('namespace') || undefined;
  if (!mayListPods(api, { namespace, name: account }, searched)) {
    const where = searched
      ? `in the namespace "${searched}"`
      : 'at the cluster scope';
    throw new DiscoveryError(
      `discover-k8s: error listing pods: pods is forbidden: User "system:serviceaccount:${namespace}:${account}" cannot list resource "pods" in API group "" ${where}`,
    );
  }
  const selector = parseLabels(settings.get('label_selector') ?? '');
  return api
    .list('pods', searched)
    .filter(
      pod =>
        pod.status?.phase === 'Running' &&
        pod.status.podIP &&
        (!readyCondition(pod) || isPodReady(pod)) &&
        matchesSelector(selector, pod.metadata.labels),
    )
    .map(pod => pod.status.podIP);
}

function parseLabels(text: string) {
  const pairs = text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .map((part): [string, string] => {
      const [key, value = ''] = part.split(/==?/);
      return [key.trim(), value.trim()];
    });
  return { matchLabels: Object.fromEntries(pairs) };
}

/** An address as it is; `pod.service[.namespace...]` or `service[.namespace...]`. */
function resolve(name: string, api: ObjectStore, namespace: string): string[] {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return [name];
  const short = name.replace(/\.svc(\..*)?$/, '');
  const parts = short.split('.');
  const pods = (inNamespace: string, service: string, hostname?: string) => {
    const found = api.get('services', inNamespace, service);
    if (found?.spec.clusterIP !== 'None') return [];
    const unready = found.spec.publishNotReadyAddresses === true;
    return api
      .list('pods', inNamespace)
      .filter(
        (pod: KubeObject) =>
          pod.status?.podIP &&
          (unready || isPodReady(pod)) &&
          matchesSelector(
            { matchLabels: found.spec.selector },
            pod.metadata.labels,
          ) &&
          (hostname === undefined ||
            (pod.spec.hostname === hostname && pod.spec.subdomain === service)),
      )
      .map(pod => pod.status.podIP);
  };
  if (parts.length === 1) return pods(namespace, parts[0]);
  if (parts.length === 3) return pods(parts[2], parts[1], parts[0]);
  const asService = pods(parts[1], parts[0]);
  return asService.length > 0 ? asService : pods(namespace, parts[1], parts[0]);
}
