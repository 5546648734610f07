import { Config } from '@backstage/config';

/** `statefulApps.clusters[].namespaces`, by the cluster's name. */
export function readNamespaces(
  config: Config,
): ReadonlyMap<string, readonly string[]> {
  const namespaces = new Map<string, readonly string[]>();
  const clusters = config.getOptionalConfigArray('statefulApps.clusters') ?? [];
  for (const cluster of clusters) {
    namespaces.set(
      cluster.getString('name'),
      cluster.getOptionalStringArray('namespaces') ?? [],
    );
  }
  return namespaces;
}
