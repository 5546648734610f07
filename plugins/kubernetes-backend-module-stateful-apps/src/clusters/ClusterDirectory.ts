import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationStrategy,
  ClusterDetails,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import {
  GatewayCluster,
  GatewayError,
} from '@stateful-apps/backstage-plugin-node';
import { authProviderOf } from './authProviderOf';
import { ClusterSettings } from './readClusterSettings';
import { whyNotReadable } from './whyNotReadable';

/** How long a list of clusters is good for; catalog suppliers ask the catalog each time. */
const TTL_MS = 30_000;

/** The clusters of plugin-kubernetes, with what `statefulApps.clusters` says about them. */
export class ClusterDirectory {
  #cached?: { until: number; clusters: Promise<Map<string, ClusterDetails>> };
  readonly #reported = new Set<string>();

  constructor(
    private readonly options: {
      clusterSupplier: KubernetesClustersSupplier;
      authStrategyMap: { [provider: string]: AuthenticationStrategy };
      settings: ReadonlyMap<string, ClusterSettings>;
      auth: AuthService;
      logger: LoggerService;
    },
  ) {}

  async list(): Promise<GatewayCluster[]> {
    const clusters = await this.#clusters();
    this.#reportUnknown(clusters);
    return [...clusters.values()].map(cluster => {
      const settings = this.settingsOf(cluster.name);
      const message = whyNotReadable(
        cluster,
        this.options.authStrategyMap[authProviderOf(cluster)],
      );
      return {
        name: cluster.name,
        title: cluster.title,
        readable: message === undefined,
        message,
        probe:
          settings.probeToken || settings.probeTokenFile
            ? 'own-credential'
            : 'reading-credential',
        nodeStats: settings.kubeletStats,
      };
    });
  }

  /** Throws `not-found` or `unreadable`. */
  async get(name: string): Promise<ClusterDetails> {
    const cluster = (await this.#clusters()).get(name);
    if (!cluster) {
      throw new GatewayError(
        'not-found',
        'plugin-kubernetes has no cluster of this name; look at kubernetes.clusterLocatorMethods in its configuration.',
      );
    }
    const message = whyNotReadable(
      cluster,
      this.options.authStrategyMap[authProviderOf(cluster)],
    );
    if (message) throw new GatewayError('unreadable', message);
    return cluster;
  }

  settingsOf(name: string): ClusterSettings {
    return this.options.settings.get(name) ?? { kubeletStats: false };
  }

  #clusters(): Promise<Map<string, ClusterDetails>> {
    if (!this.#cached || this.#cached.until < Date.now()) {
      const clusters = this.#fetch();
      this.#cached = { until: Date.now() + TTL_MS, clusters };
      clusters.catch(() => {
        this.#cached = undefined;
      });
    }
    return this.#cached.clusters;
  }

  async #fetch(): Promise<Map<string, ClusterDetails>> {
    const { auth, clusterSupplier } = this.options;
    const clusters = await clusterSupplier.getClusters({
      credentials: await auth.getOwnServiceCredentials(),
    });
    return new Map(clusters.map(cluster => [cluster.name, cluster]));
  }

  #reportUnknown(clusters: ReadonlyMap<string, unknown>): void {
    for (const name of this.options.settings.keys()) {
      if (clusters.has(name) || this.#reported.has(name)) continue;
      this.#reported.add(name);
      this.options.logger.warn(
        `statefulApps.clusters names '${name}', which plugin-kubernetes does not know; it has ${
          [...clusters.keys()].map(known => `'${known}'`).join(', ') || 'none'
        }`,
      );
    }
  }
}
