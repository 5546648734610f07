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

/** `cluster/namespace/name`: the id of an app, for rows, maps and messages. @public */
export function stringifyAppRef(ref: AppRef): string {
  return `${ref.cluster}/${ref.namespace}/${ref.name}`;
}

const APP_ID = /^(.+)\/([^/]+)\/([^/]+)$/s;

/**
 * The app that an id of `stringifyAppRef` names. It is split at the last two
 * slashes, which names of namespaces and StatefulSets never have.
 *
 * @throws TypeError if the id does not have three parts.
 * @public
 */
export function parseAppId(id: string): AppRef {
  const [, cluster, namespace, name] = APP_ID.exec(id) ?? [];
  if (!cluster) {
    throw new TypeError(
      `${JSON.stringify(id)} is not the id of an app: cluster/namespace/name.`,
    );
  }
  return { cluster, namespace, name };
}
