/**
 * Names one app: one StatefulSet of one cluster.
 *
 * @public
 */
export interface AppRef {
  cluster: string;
  namespace: string;
  name: string;
}

/** `cluster/namespace/name`, for maps and messages. @public */
export function stringifyAppRef(ref: AppRef): string {
  return `${ref.cluster}/${ref.namespace}/${ref.name}`;
}
