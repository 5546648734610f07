import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import { projectObject } from '@stateful-apps/backstage-plugin-common';
import {
  Gateway,
  GatewayCluster,
  GatewayError,
} from '@stateful-apps/backstage-plugin-node';
import { isDeepStrictEqual } from 'node:util';
import { Clock } from '../clock';
import { DefaultClusterWatcher } from './DefaultClusterWatcher';
import { readNamespaces } from './readNamespaces';
import { RetryPolicy } from './RetryPolicy';
import { sleep } from './sleep';
import {
  ClusterChange,
  FleetWatcher,
  Project,
  Random,
  WatchedCluster,
} from './types';
import { WatchFailure } from './WatchFailure';

const RELIST_MS = 60_000;

/** What the fleet's watcher works with. */
export interface FleetWatcherOptions {
  gateway: Gateway;
  clock: Clock;
  logger: LoggerService;
  config: Config;
  random?: Random;
  project?: Project;
}

/** Watches the clusters of the gateway's list, and keeps up with that list. */
export class DefaultFleetWatcher implements FleetWatcher {
  readonly #options: FleetWatcherOptions;
  readonly #random: Random;
  readonly #namespaces: ReadonlyMap<string, readonly string[]>;
  readonly #clusters = new Map<string, WatchedCluster>();
  readonly #listeners = new Set<(change: ClusterChange) => void>();
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #problem?: GatewayError;
  #listed = false;

  private constructor(options: FleetWatcherOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#namespaces = readNamespaces(options.config);
    this.#running = this.#run();
  }

  /** Starts watching. Reads `statefulApps.clusters`. */
  static create(options: FleetWatcherOptions): DefaultFleetWatcher {
    return new DefaultFleetWatcher(options);
  }

  clusters(): ReadonlyMap<string, WatchedCluster> {
    return this.#clusters;
  }

  problem(): GatewayError | undefined {
    return this.#problem;
  }

  listed(): boolean {
    return this.#listed;
  }

  subscribe(listener: (change: ClusterChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    const watchers = [...this.#clusters.values()].map(({ watcher }) =>
      watcher?.stop(),
    );
    await Promise.all([this.#running, ...watchers]);
  }

  async #run(): Promise<void> {
    const { gateway, clock, logger } = this.#options;
    const { signal } = this.#stop;
    const retry = new RetryPolicy(this.#random);
    while (!signal.aborted) {
      let wait = RELIST_MS;
      try {
        const clusters = await gateway.listClusters({ signal });
        if (signal.aborted) return;
        retry.worked();
        this.#take(clusters);
      } catch (error) {
        if (signal.aborted) return;
        const problem =
          error instanceof GatewayError
            ? error
            : new GatewayError('malformed', String(error), { cause: error });
        wait = retry.failed(WatchFailure.from(problem, 'list'));
        if (problem.message !== this.#problem?.message) {
          logger.warn(`Clusters cannot be listed. ${problem.message}`);
          this.#problem = problem;
          this.#emit({ type: 'clusters' });
        }
      }
      await sleep(clock, wait, signal);
    }
  }

  #take(list: GatewayCluster[]): void {
    let hasChanged = !this.#listed || this.#problem !== undefined;
    this.#listed = true;
    this.#problem = undefined;
    const names = new Set(list.map(({ name }) => name));
    for (const [name, { watcher }] of this.#clusters) {
      if (names.has(name)) continue;
      this.#clusters.delete(name);
      this.#end(watcher);
      hasChanged = true;
    }
    for (const cluster of list) {
      const known = this.#clusters.get(cluster.name);
      if (known && isDeepStrictEqual(known.cluster, cluster)) continue;
      hasChanged = true;
      if (!cluster.readable) this.#end(known?.watcher);
      this.#clusters.set(cluster.name, {
        cluster,
        watcher: cluster.readable
          ? known?.watcher ?? this.#start(cluster)
          : undefined,
      });
    }
    if (hasChanged) this.#emit({ type: 'clusters' });
  }

  #start({ name }: GatewayCluster): DefaultClusterWatcher {
    return DefaultClusterWatcher.create({
      ...this.#options,
      cluster: name,
      namespaces: this.#namespaces.get(name) ?? [],
      project: this.#options.project ?? projectObject,
      random: this.#random,
      onChange: change => this.#emit(change),
    });
  }

  /** Its requests end in their own time; nobody hears of it any more. */
  #end(watcher: WatchedCluster['watcher']): void {
    watcher?.stop().catch(error => {
      this.#options.logger.error(
        `Watching cluster ${watcher.cluster} did not end cleanly`,
        error,
      );
    });
  }

  #emit(change: ClusterChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#options.logger.error(
          `A change of ${change.type} could not be taken in`,
          toError(error),
        );
      }
    }
  }
}
