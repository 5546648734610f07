import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HistoryView,
  replacementView,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';
import { HistoryStore } from '../history';
import { Interest } from '../probe';
import { AppRecord, AppStore, ClusterDirectory } from '../state';
import { countStates } from './countStates';
import { matchesQuery } from './matchesQuery';
import { pageOfRows } from './pageOfRows';
import { selectForEntity } from './selectForEntity';
import {
  CallOptions,
  ListAppsRequest,
  StatefulAppsService,
  WatchAppRequest,
  WatchFleetRequest,
} from './StatefulAppsService';
import { streamApp } from './streamApp';
import { streamFleet } from './streamFleet';

/** Answers from the store; who may ask is decided around it. */
export class DefaultStatefulAppsService implements StatefulAppsService {
  readonly #store: AppStore;
  readonly #clusters: ClusterDirectory;
  readonly #history: HistoryStore;
  readonly #interest: Interest;
  readonly #catalog: CatalogService;
  readonly #clock: Clock;

  constructor(options: {
    store: AppStore;
    clusters: ClusterDirectory;
    history: HistoryStore;
    interest: Interest;
    catalog: CatalogService;
    clock: Clock;
  }) {
    this.#store = options.store;
    this.#clusters = options.clusters;
    this.#history = options.history;
    this.#interest = options.interest;
    this.#catalog = options.catalog;
    this.#clock = options.clock;
  }

  async listApps(
    request: ListAppsRequest,
    { credentials }: CallOptions,
  ): Promise<AppListView> {
    const { entityRef, states, readable } = request;
    const all = [...this.#store.records()].filter(it => readable?.(it) ?? true);
    const { records, problems } = entityRef
      ? await selectForEntity(this.#catalog, credentials, entityRef, all)
      : { records: all, problems: [] };
    const matching = records
      .filter(record => matchesQuery(record, request))
      .map(({ summary }) => summary);
    const rows = states?.length
      ? matching.filter(({ state }) => states.includes(state))
      : matching;
    const allProblems = [...this.#clusters.problems(), ...problems];
    return {
      ...pageOfRows(rows, request.limit, request.cursor),
      total: rows.length,
      counts: countStates(matching),
      clusters: this.#clusters.statuses(),
      revision: this.#store.revision,
      asOf: this.#clusters.asOf(),
      ...(allProblems.length > 0 && { problems: allProblems }),
    };
  }

  async getApp(ref: AppRef): Promise<AppView> {
    const { view } = this.#require(ref);
    this.#interest.touch(ref);
    return { ...view, asOf: this.#clusters.asOf(ref.cluster) };
  }

  async getHistory(ref: AppRef): Promise<HistoryView> {
    const { statefulSet } = this.#require(ref);
    const changes = await this.#history.list(ref.cluster, statefulSet.uid);
    return {
      items: changes.map(change => ({
        ordinal: change.ordinal,
        ...replacementView(change),
      })),
    };
  }

  async watchApp({
    ref,
    after,
    signal,
  }: WatchAppRequest): Promise<AsyncIterable<AppStreamMessage>> {
    this.#require(ref);
    const close = this.#interest.open(ref);
    if (signal.aborted) close();
    signal.addEventListener('abort', close, { once: true });
    return streamApp({
      store: this.#store,
      clock: this.#clock,
      ref,
      after,
      signal,
      asOf: () => this.#clusters.asOf(ref.cluster),
    });
  }

  async watchFleet({
    after,
    signal,
    readable,
  }: WatchFleetRequest): Promise<AsyncIterable<FleetStreamMessage>> {
    return streamFleet({
      store: this.#store,
      clusters: this.#clusters,
      clock: this.#clock,
      after,
      signal,
      readable,
    });
  }

  /** @throws NotFoundError, or ServiceUnavailableError where it is not yet known whether the app exists. */
  #require(ref: AppRef): AppRecord {
    const record = this.#store.get(ref);
    if (record) return record;
    const name = stringifyAppRef(ref);
    const status = this.#clusters.status(ref.cluster);
    if (!status) {
      const [problem] = this.#clusters.problems();
      if (problem) {
        throw new ServiceUnavailableError(`${name} cannot be read: ${problem}`);
      }
      const known = this.#clusters.statuses().map(it => it.name);
      throw new NotFoundError(
        `There is no cluster ${ref.cluster}. ${
          known.length
            ? `Known clusters: ${known.join(', ')}.`
            : 'No clusters are configured for plugin-kubernetes; see kubernetes.clusterLocatorMethods.'
        }`,
      );
    }
    if (status.state === 'loading' || status.state === 'failed') {
      throw new ServiceUnavailableError(
        `${name} cannot be read: ${
          status.message ?? `cluster ${ref.cluster} is ${status.state}.`
        }`,
      );
    }
    if (this.#clusters.isPending(ref)) {
      throw new ServiceUnavailableError(
        `${name} is just being read; ask again in a moment.`,
      );
    }
    throw new NotFoundError(
      `There is no StatefulSet ${ref.name} in namespace ${ref.namespace} of cluster ${ref.cluster}. Check the name with kubectl get statefulsets -n ${ref.namespace}.`,
    );
  }
}
