import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AppRef,
  ClusterStatusView,
} from '@stateful-apps/backstage-plugin-common';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { Clock, isoTime } from '../clock';
import { HistoryStore, HistoryKeeper } from '../history';
import { askMember, Interest, MemberProber, UsageReader } from '../probe';
import { ClusterChange, FleetWatcher, WatchedCluster } from '../watch/types';
import { AppStore } from './AppStore';
import { ClusterDirectory } from './ClusterDirectory';
import { ClusterKeeper } from './ClusterKeeper';
import { clusterStatus, knownAsOf } from './clusterStatus';
import { SlicedQueue } from './SlicedQueue';

/** Keeps the apps of every watched cluster in the store, and knows how well each cluster is read. */
export class FleetKeeper implements ClusterDirectory {
  readonly #fleet: FleetWatcher;
  readonly #gateway: Gateway;
  readonly #apps: AppStore;
  readonly #history: HistoryStore;
  readonly #interest: Interest;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #queue: SlicedQueue;
  readonly #keepers = new Map<string, ClusterKeeper>();
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;

  constructor(options: {
    fleet: FleetWatcher;
    gateway: Gateway;
    apps: AppStore;
    history: HistoryStore;
    interest: Interest;
    clock: Clock;
    logger: LoggerService;
  }) {
    this.#fleet = options.fleet;
    this.#gateway = options.gateway;
    this.#apps = options.apps;
    this.#history = options.history;
    this.#interest = options.interest;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#queue = new SlicedQueue(options.clock);
    this.#unsubscribe = this.#fleet.subscribe(it => this.#onChange(it));
    this.#syncClusters();
  }

  statuses(): ClusterStatusView[] {
    return [...this.#fleet.clusters().values()]
      .map(clusterStatus)
      .sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
  }

  problems(): string[] {
    const problem = this.#fleet.problem();
    return problem ? [problem.message] : [];
  }

  status(cluster: string): ClusterStatusView | undefined {
    const watched = this.#fleet.clusters().get(cluster);
    return watched && clusterStatus(watched);
  }

  isPending(ref: AppRef): boolean {
    return this.#keepers.get(ref.cluster)?.isPending(ref) ?? false;
  }

  asOf(cluster?: string): string {
    const now = isoTime(this.#clock);
    const watched =
      cluster === undefined
        ? [...this.#fleet.clusters().values()]
        : [this.#fleet.clusters().get(cluster)];
    return watched
      .map(it => knownAsOf(it?.watcher?.freshness() ?? [], now))
      .reduce((a, b) => (a < b ? a : b), now);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    this.#unsubscribe();
    for (const keeper of this.#keepers.values()) {
      keeper.stop('The backend is stopping.');
    }
    this.#keepers.clear();
  }

  #onChange(change: ClusterChange): void {
    switch (change.type) {
      case 'objects':
        this.#keepers.get(change.cluster)?.touch(change.touched);
        break;
      case 'freshness':
        this.#keepers.get(change.cluster)?.refresh();
        this.#tell();
        break;
      case 'clusters':
        this.#syncClusters();
        this.#tell();
        break;
      default:
        throw new Error(`Unknown change ${JSON.stringify(change)}`);
    }
  }

  #syncClusters(): void {
    const watched = this.#fleet.clusters();
    for (const [name, keeper] of this.#keepers) {
      if (watched.get(name)?.watcher === keeper.watcher) continue;
      keeper.stop(`Cluster ${name} is no longer read.`);
      this.#keepers.delete(name);
    }
    for (const [name, it] of watched) {
      const keeper = !this.#keepers.has(name) && this.#keeperOf(it);
      if (keeper) this.#keepers.set(name, keeper);
    }
  }

  #keeperOf({ cluster, watcher }: WatchedCluster): ClusterKeeper | undefined {
    if (!watcher) return undefined;
    const gateway = this.#gateway;
    const clock = this.#clock;
    const interest = this.#interest;
    const logger = this.#logger.child({ cluster: cluster.name });
    return new ClusterKeeper({
      cluster,
      watcher,
      apps: this.#apps,
      history: new HistoryKeeper({ store: this.#history, logger }),
      prober: onProbe =>
        new MemberProber({
          clock,
          interest,
          ask: (target, signal) => askMember(gateway, clock, target, signal),
          onProbe,
          onError: error => logger.error('A probe failed', error),
        }),
      usage: onUsage =>
        new UsageReader({ gateway, cluster, clock, interest, onUsage }),
      clock,
      queue: this.#queue,
      logger,
    });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
