import { Config } from '@backstage/config';

/** What `statefulApps.clusters` says about one cluster. */
export interface ClusterSettings {
  probeToken?: string;
  probeTokenFile?: string;
  kubeletStats: boolean;
}

/** Reads `statefulApps.clusters`; names are keys. Throws where it contradicts itself. */
export function readClusterSettings(
  config: Config,
): ReadonlyMap<string, ClusterSettings> {
  const settings = new Map<string, ClusterSettings>();
  const path = 'statefulApps.clusters';
  for (const cluster of config.getOptionalConfigArray(path) ?? []) {
    const name = cluster.getString('name');
    if (settings.has(name)) {
      throw new Error(`${path} names the cluster '${name}' twice`);
    }
    const probeToken = cluster.getOptionalString('probe.serviceAccountToken');
    const probeTokenFile = cluster.getOptionalString(
      'probe.serviceAccountTokenFile',
    );
    if (probeToken && probeTokenFile) {
      throw new Error(
        `${path} gives the cluster '${name}' both probe.serviceAccountToken and probe.serviceAccountTokenFile; keep one`,
      );
    }
    settings.set(name, {
      probeToken,
      probeTokenFile,
      kubeletStats: cluster.getOptionalBoolean('usage.kubeletStats') ?? false,
    });
  }
  return settings;
}
