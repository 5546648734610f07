import {
  AppRef,
  stringifyAppRef,
  VolumeUsageFacts,
} from '@stateful-apps/backstage-plugin-common';
import {
  Gateway,
  GatewayCluster,
  GatewayError,
} from '@stateful-apps/backstage-plugin-node';
import { Clock } from '../clock';
import { Interest } from './Interest';
import { parseNodeStats } from './parseNodeStats';

const INTERVAL_MS = 60_000;
/** A right that is missing is asked for again this seldom. */
const FORBIDDEN_INTERVAL_MS = 600_000;

interface NodeUsage {
  /** When it was last asked. */
  askedAt: number;
  running: boolean;
  /** Whether the last answer was one. */
  answered: boolean;
  volumes: Map<string, VolumeUsageFacts[]>;
  problem?: { message: string; forbidden: boolean };
}

/**
 * Reads how full the volumes of watched apps are, from the kubelets of their
 * nodes: one request per node and minute, and none where nobody looks.
 */
export class UsageReader {
  readonly #gateway: Gateway;
  readonly #cluster: GatewayCluster;
  readonly #clock: Clock;
  readonly #interest: Interest;
  readonly #onUsage: (ref: AppRef) => void;
  readonly #nodes = new Map<string, NodeUsage>();
  readonly #apps = new Map<string, { ref: AppRef; nodes: Set<string> }>();
  readonly #ending = new AbortController();
  readonly #unsubscribe: () => void;
  #cancel?: () => void;

  constructor(options: {
    gateway: Gateway;
    cluster: GatewayCluster;
    clock: Clock;
    interest: Interest;
    /** New numbers of the volumes of this app are there. */
    onUsage: (ref: AppRef) => void;
  }) {
    this.#gateway = options.gateway;
    this.#cluster = options.cluster;
    this.#clock = options.clock;
    this.#interest = options.interest;
    this.#onUsage = options.onUsage;
    this.#unsubscribe = options.interest.subscribe(ref => {
      if (this.#apps.has(stringifyAppRef(ref))) this.#turn();
    });
    this.#plan();
  }

  /** Says on which nodes an app's pods are. */
  setNodes(ref: AppRef, nodes: Iterable<string>): void {
    this.#apps.set(stringifyAppRef(ref), { ref, nodes: new Set(nodes) });
  }

  forget(ref: AppRef): void {
    this.#apps.delete(stringifyAppRef(ref));
  }

  usageOf(podUids: ReadonlySet<string>): VolumeUsageFacts[] {
    const usage: VolumeUsageFacts[] = [];
    for (const { volumes } of this.#nodes.values()) {
      for (const podUid of podUids) usage.push(...(volumes.get(podUid) ?? []));
    }
    return usage;
  }

  /** Why the disk use of an app is not known, where a node of it does not tell. */
  unknown(ref: AppRef): string | undefined {
    const { name, nodeStats } = this.#cluster;
    if (!nodeStats) {
      return `Disk use is not read in cluster ${name}: it needs get on nodes/proxy, which reaches every pod; statefulApps.clusters[].usage.kubeletStats allows it.`;
    }
    for (const node of this.#apps.get(stringifyAppRef(ref))?.nodes ?? []) {
      const known = this.#nodes.get(node);
      if (!known?.answered) {
        return (
          known?.problem?.message ??
          'Disk use is read while somebody looks at the app.'
        );
      }
    }
    return undefined;
  }

  stop(): void {
    this.#ending.abort();
    this.#cancel?.();
    this.#unsubscribe();
  }

  #plan(): void {
    this.#cancel = this.#clock.after(INTERVAL_MS, () => {
      this.#turn();
      this.#plan();
    });
  }

  #turn(): void {
    if (!this.#cluster.nodeStats) return;
    const used = new Set<string>();
    const wanted = new Set<string>();
    for (const { ref, nodes } of this.#apps.values()) {
      const watched = this.#interest.has(ref);
      for (const node of nodes) {
        used.add(node);
        if (watched) wanted.add(node);
      }
    }
    for (const node of this.#nodes.keys()) {
      if (!used.has(node)) this.#nodes.delete(node);
    }
    for (const node of wanted) void this.#read(node);
  }

  /** Never rejects: what fails is the node's problem. */
  async #read(name: string): Promise<void> {
    const now = this.#clock.now();
    const node: NodeUsage = this.#nodes.get(name) ?? {
      askedAt: -Infinity,
      running: false,
      answered: false,
      volumes: new Map(),
    };
    const interval = node.problem?.forbidden
      ? FORBIDDEN_INTERVAL_MS
      : INTERVAL_MS;
    if (node.running || node.askedAt + interval > now) return;
    this.#nodes.set(name, node);
    node.running = true;
    node.askedAt = now;
    try {
      const raw = await this.#gateway.nodeStats(this.#cluster.name, name, {
        signal: this.#ending.signal,
      });
      node.volumes = parseNodeStats(raw);
      node.answered = true;
      node.problem = undefined;
    } catch (error) {
      node.answered = false;
      node.problem = problemOf(name, error);
    } finally {
      node.running = false;
    }
    if (this.#ending.signal.aborted) return;
    for (const { ref, nodes } of this.#apps.values()) {
      if (nodes.has(name)) this.#onUsage(ref);
    }
  }
}

function problemOf(node: string, error: unknown): NodeUsage['problem'] {
  if (error instanceof GatewayError && error.reason === 'forbidden') {
    return {
      forbidden: true,
      message:
        'Disk use is not read: the credential of the cluster may not get nodes/proxy. Grant it, or switch usage.kubeletStats off for the cluster.',
    };
  }
  const why = error instanceof Error ? error.message : String(error);
  return {
    forbidden: false,
    message: `Disk use of node ${node} cannot be read: ${why}`,
  };
}
