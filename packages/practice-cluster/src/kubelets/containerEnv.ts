import { KubeObject, ObjectStore } from '../types';

/** Why a container cannot be made yet; the kubelet tries again. @public */
export class ContainerConfigError extends Error {}

/**
 * The environment of a container: the image's, the pod's host name, then the
 * container's own, with `$(NAME)` for what stands before it.
 *
 * @public
 */
export function containerEnv(
  container: any,
  imageEnv: Readonly<Record<string, string>>,
  pod: KubeObject,
  podIp: string,
  hostname: string,
  store: ObjectStore,
): Map<string, string> {
  const env = new Map(Object.entries(imageEnv));
  env.set('HOSTNAME', hostname);
  for (const from of container.envFrom ?? []) {
    const resource = from.configMapRef ? 'configmaps' : 'secrets';
    const reference = from.configMapRef ?? from.secretRef;
    for (const key of Object.keys(
      dataOf(resource, reference, pod, store) ?? {},
    )) {
      const value = valueOf(resource, { ...reference, key }, pod, store);
      if (value !== undefined) env.set((from.prefix ?? '') + key, value);
    }
  }
  for (const { name, value, valueFrom } of container.env ?? []) {
    const found = valueFrom
      ? fromSource(valueFrom, pod, podIp, store)
      : expandReferences(value ?? '', env);
    if (found !== undefined) env.set(name, found);
  }
  return env;
}

/** Replaces `$(NAME)` where NAME is known; `$$(NAME)` stays as `$(NAME)`. @public */
export function expandReferences(
  text: string,
  env: ReadonlyMap<string, string>,
): string {
  return text.replace(
    /\$\$|\$\(([A-Za-z_.-][A-Za-z0-9_.-]*)\)/g,
    (match, name) => (match === '$$' ? '$' : env.get(name) ?? match),
  );
}

function fromSource(
  source: any,
  pod: KubeObject,
  podIp: string,
  store: ObjectStore,
): string | undefined {
  if (source.fieldRef) return field(source.fieldRef.fieldPath, pod, podIp);
  if (source.configMapKeyRef) {
    return valueOf('configmaps', source.configMapKeyRef, pod, store);
  }
  if (source.secretKeyRef) {
    return valueOf('secrets', source.secretKeyRef, pod, store);
  }
  throw new ContainerConfigError(
    `unsupported env source ${Object.keys(source).join(', ')}`,
  );
}

function field(path: string, pod: KubeObject, podIp: string): string {
  const keyed = /^metadata\.(labels|annotations)\['([^']+)'\]$/.exec(path);
  if (keyed) return pod.metadata[keyed[1]]?.[keyed[2]] ?? '';
  switch (path) {
    case 'metadata.name':
      return pod.metadata.name;
    case 'metadata.namespace':
      return pod.metadata.namespace ?? '';
    case 'metadata.uid':
      return pod.metadata.uid;
    case 'spec.nodeName':
      return pod.spec.nodeName;
    case 'spec.serviceAccountName':
      return pod.spec.serviceAccountName ?? 'default';
    case 'status.podIP':
    case 'status.podIPs':
      return podIp;
    case 'status.hostIP':
    case 'status.hostIPs':
      return pod.status?.hostIP ?? '';
    default:
      throw new ContainerConfigError(`unsupported fieldPath: ${path}`);
  }
}

function dataOf(
  resource: string,
  reference: any,
  pod: KubeObject,
  store: ObjectStore,
): Record<string, unknown> | undefined {
  const object = store.get(resource, pod.metadata.namespace, reference.name);
  if (!object && reference.optional !== true) {
    throw new ContainerConfigError(
      `${resource.slice(0, -1)} "${reference.name}" not found`,
    );
  }
  return object?.data;
}

function valueOf(
  resource: string,
  reference: any,
  pod: KubeObject,
  store: ObjectStore,
): string | undefined {
  const data = dataOf(resource, reference, pod, store);
  if (!data || !Object.hasOwn(data, reference.key)) {
    if (reference.optional === true) return undefined;
    throw new ContainerConfigError(
      `couldn't find key ${reference.key} in ${resource.slice(0, -1)} ${
        pod.metadata.namespace
      }/${reference.name}`,
    );
  }
  const value = String(data[reference.key]);
  return resource === 'secrets'
    ? Buffer.from(value, 'base64').toString('utf8')
    : value;
}
