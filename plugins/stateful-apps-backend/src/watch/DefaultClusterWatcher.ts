import { LoggerService } from '@backstage/backend-plugin-api';
import {
  RESOURCE_NAMES,
  ResourceFreshness,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { Clock } from '../clock';
import { logFreshness } from './logFreshness';
import { ResourceWatcher } from './ResourceWatcher';
import { sleep } from './sleep';
import { applyEvent } from './store/applyEvent';
import { DefaultClusterStore } from './store/DefaultClusterStore';
import {
  ClusterChange,
  ClusterStore,
  ClusterWatcher,
  Project,
  Random,
  WatchCounters,
} from './types';

/** Changes that come within this time are told as one. */
const BATCH_MS = 20;

/** The resources begin one after the other within this time, statefulsets and pods first. */
const START_SPREAD_MS = 500;
const FIRST: ReadonlySet<ResourceName> = new Set(['statefulsets', 'pods']);

/** What a cluster's watcher works with. */
export interface ClusterWatcherOptions {
  gateway: Gateway;
  cluster: string;
  /** Read one by one where all namespaces at once are forbidden. */
  namespaces: readonly string[];
  project: Project;
  clock: Clock;
  random: Random;
  logger: LoggerService;
  onChange: (change: ClusterChange) => void;
}

/** Watches every resource of one cluster into one store. */
export class DefaultClusterWatcher implements ClusterWatcher {
  readonly #options: ClusterWatcherOptions;
  readonly #store = new DefaultClusterStore();
  readonly #freshness = new Map<ResourceName, ResourceFreshness>();
  readonly #counters = new Map<ResourceName, WatchCounters>();
  readonly #stop = new AbortController();
  readonly #running: Promise<unknown>;
  #touched = new Set<string>();
  #fresher: ResourceFreshness[] = [];
  #cancelFlush?: () => void;

  private constructor(options: ClusterWatcherOptions) {
    this.#options = options;
    const since = new Date(options.clock.now()).toISOString();
    for (const resource of RESOURCE_NAMES) {
      this.#freshness.set(resource, { resource, state: 'loading', since });
      this.#counters.set(resource, {
        lists: 0,
        watches: 0,
        skippedObjects: 0,
        skippedLines: 0,
        backwards: 0,
        stalls: 0,
        failures: 0,
      });
    }
    this.#running = Promise.all(RESOURCE_NAMES.map(name => this.#watch(name)));
  }

  /** Starts watching. */
  static create(options: ClusterWatcherOptions): DefaultClusterWatcher {
    return new DefaultClusterWatcher(options);
  }

  get cluster(): string {
    return this.#options.cluster;
  }

  get store(): ClusterStore {
    return this.#store;
  }

  freshness(): ResourceFreshness[] {
    return [...this.#freshness.values()];
  }

  counters(resource: ResourceName): Readonly<WatchCounters> {
    return this.#counters.get(resource)!;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#cancelFlush?.();
    await this.#running;
  }

  async #watch(resource: ResourceName): Promise<void> {
    const { clock, random, logger, cluster } = this.#options;
    const { signal } = this.#stop;
    if (!FIRST.has(resource)) {
      await sleep(clock, random() * START_SPREAD_MS, signal);
    }
    const counters = this.#counters.get(resource)!;
    await new ResourceWatcher({
      ...this.#options,
      resource,
      counters,
      store: this.#store,
      apply: event => {
        for (const uid of applyEvent(this.#store, event)) {
          this.#touched.add(uid);
        }
        if (this.#touched.size > 0) this.#flushSoon();
      },
      onFreshness: freshness => {
        this.#freshness.set(resource, freshness);
        this.#fresher.push(freshness);
        this.#flushSoon();
      },
      onSkipped: why => {
        // The first says all that is needed; a stream of garbage must not fill the log.
        const isFirst = counters.skippedObjects + counters.skippedLines === 1;
        logger[isFirst ? 'warn' : 'debug'](
          `Left out of ${resource} of cluster ${cluster}: ${why}`,
        );
      },
    }).run(signal);
  }

  #flushSoon(): void {
    if (this.#stop.signal.aborted) return;
    this.#cancelFlush ??= this.#options.clock.after(BATCH_MS, () => {
      this.#cancelFlush = undefined;
      this.#flush();
    });
  }

  #flush(): void {
    const { cluster, onChange, logger } = this.#options;
    const touched = this.#touched;
    const fresher = this.#fresher;
    this.#touched = new Set();
    this.#fresher = [];
    if (touched.size > 0) onChange({ type: 'objects', cluster, touched });
    if (fresher.length > 0) {
      logFreshness(logger, cluster, fresher);
      onChange({ type: 'freshness', cluster });
    }
  }
}
