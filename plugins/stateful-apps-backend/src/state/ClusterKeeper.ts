import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AppRef,
  assessApp,
  PodFacts,
  StatefulSetFacts,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { GatewayCluster } from '@stateful-apps/backstage-plugin-node';
import { Clock } from '../clock';
import { entityRefsOf, gatherInputs } from '../gather';
import { HistoryKeeper } from '../history';
import { MemberProber, probeTargets, UsageReader } from '../probe';
import { ClusterWatcher } from '../watch/types';
import { AppStore } from './AppStore';
import { hasEssentials } from './clusterStatus';
import { KeptApp } from './KeptApp';
import { SlicedQueue } from './SlicedQueue';

/** What is healing is looked at again after this time, for its sentences speak of time. */
const HEALING_MS = 5_000;

/** Keeps the apps of one cluster assessed: after each change of an object, a probe, a disk use or a freshness. */
export class ClusterKeeper {
  readonly #cluster: GatewayCluster;
  readonly #watcher: ClusterWatcher;
  readonly #apps: AppStore;
  readonly #history: HistoryKeeper;
  readonly #prober: MemberProber;
  readonly #usage: UsageReader;
  readonly #clock: Clock;
  readonly #queue: SlicedQueue;
  readonly #logger: LoggerService;
  readonly #kept = new Map<string, KeptApp>();
  readonly #keptByName = new Map<string, KeptApp>();
  /** What the pods and nodes of an app looked like when it was last assessed. */
  readonly #marks = new Map<string, string>();

  constructor(options: {
    cluster: GatewayCluster;
    watcher: ClusterWatcher;
    apps: AppStore;
    history: HistoryKeeper;
    prober: (onProbe: (ref: AppRef) => void) => MemberProber;
    usage: (onUsage: (ref: AppRef) => void) => UsageReader;
    clock: Clock;
    queue: SlicedQueue;
    logger: LoggerService;
  }) {
    this.#cluster = options.cluster;
    this.#watcher = options.watcher;
    this.#apps = options.apps;
    this.#history = options.history;
    this.#prober = options.prober(ref => this.#again(ref));
    this.#usage = options.usage(ref => this.#again(ref));
    this.#clock = options.clock;
    this.#queue = options.queue;
    this.#logger = options.logger;
    this.refresh();
  }

  get watcher(): ClusterWatcher {
    return this.#watcher;
  }

  /** Objects of these StatefulSets changed. */
  touch(uids: Iterable<string>): void {
    for (const uid of uids) {
      const set = this.#watcher.store.get('statefulsets', uid);
      if (set) this.#keep(set);
      else this.#drop(uid, 'The StatefulSet was deleted.');
    }
  }

  /** How current the data are changed: every app says so. */
  refresh(): void {
    for (const set of this.#watcher.store.all('statefulsets')) this.#keep(set);
  }

  /** Whether the app is kept but was not assessed yet. */
  isPending(ref: AppRef): boolean {
    return this.#keptByName.has(stringifyAppRef(ref)) && !this.#apps.get(ref);
  }

  /** The cluster is no longer read. */
  stop(reason: string): void {
    for (const uid of [...this.#kept.keys()]) this.#drop(uid, reason);
    this.#prober.stop();
    this.#usage.stop();
  }

  #keep(set: StatefulSetFacts): void {
    // A view without its pods would say that they are missing.
    if (!hasEssentials(this.#watcher.freshness())) return;
    const known = this.#kept.get(set.uid);
    if (known) {
      known.schedule();
      return;
    }
    const ref: AppRef = {
      cluster: this.#cluster.name,
      namespace: set.namespace ?? '',
      name: set.name,
    };
    const app = new KeptApp({
      ref,
      uid: set.uid,
      clock: this.#clock,
      queue: this.#queue,
      run: () => this.#assess(app),
    });
    this.#kept.set(set.uid, app);
    this.#keptByName.set(stringifyAppRef(ref), app);
    this.#history.open(ref, set.uid, () => app.schedule());
    app.schedule();
  }

  #drop(uid: string, reason: string): void {
    const app = this.#kept.get(uid);
    if (!app) return;
    app.end();
    this.#kept.delete(uid);
    this.#marks.delete(uid);
    this.#history.close(uid);
    // A set that was made again under the same name has taken its place.
    const { ref } = app;
    const key = stringifyAppRef(ref);
    if (this.#keptByName.get(key) !== app) return;
    this.#keptByName.delete(key);
    this.#prober.forget(ref);
    this.#usage.forget(ref);
    this.#apps.remove(ref, reason);
  }

  #again(ref: AppRef): void {
    this.#keptByName.get(stringifyAppRef(ref))?.schedule();
  }

  #assess(app: KeptApp): void {
    const { ref, uid } = app;
    const { store } = this.#watcher;
    const set = store.get('statefulsets', uid);
    if (!set) {
      this.#drop(uid, 'The StatefulSet was deleted.');
      return;
    }
    try {
      const inputs = gatherInputs(set, {
        ref,
        store,
        freshness: this.#watcher.freshness(),
        clock: this.#clock,
        probes: this.#prober.probes(ref),
        probingOff: this.#prober.probingOff(ref),
        usageOf: podUids => this.#usage.usageOf(podUids),
        usageUnknown: this.#usage.unknown(ref),
        history: this.#history.of(uid),
        entityRefs: entityRefsOf(set),
      });
      this.#observe(app, set, inputs.pods);
      const view = assessApp(
        { ...inputs, history: this.#history.observe(inputs) },
        this.#apps.revision,
      );
      const record = this.#apps.put(view, set);
      const { state } = record.view.verdict;
      this.#prober.setHealthy(ref, state === 'healthy');
      if (state === 'healing') app.schedule(HEALING_MS);
    } catch (error) {
      this.#logger.error(
        `StatefulSet ${ref.cluster}/${ref.namespace}/${ref.name} could not be assessed; its last view stays.`,
        error as Error,
      );
    }
  }

  /** Tells prober and usage reader which pods there are, and to hurry after an event. */
  #observe(app: KeptApp, set: StatefulSetFacts, pods: PodFacts[]): void {
    const { ref, uid } = app;
    const nodes = new Set(pods.flatMap(pod => pod.nodeName ?? []));
    this.#prober.setTargets(ref, probeTargets(ref, set, pods));
    this.#usage.setNodes(ref, nodes);
    const mark = [
      ...pods.map(markOfPod),
      ...[...nodes].map(node => {
        const facts = this.#watcher.store.find('nodes', node);
        return `${node} ${facts?.ready} ${facts?.taints.length}`;
      }),
    ].join('\n');
    const last = this.#marks.get(uid);
    this.#marks.set(uid, mark);
    if (last !== undefined && last !== mark) this.#prober.hurry(ref);
  }
}

/** What of a pod may change what its server says. */
function markOfPod(pod: PodFacts): string {
  const containers = pod.containers.map(
    ({ containerId, ready }) => `${containerId} ${ready}`,
  );
  return [pod.uid, pod.phase, pod.deletionTimestamp, ...containers].join(' ');
}
