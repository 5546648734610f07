import { timestamps } from '../../clock/timestamps';
import { Clock, KubeObject, ObjectStore } from '../../types';
import { EventRecorder } from '../EventRecorder';
import { readyCondition } from '../readyCondition';

const SOURCE = { component: 'node-controller' };
const PERIOD_MS = 1_000;
const GRACE_MS = 20_000;
/** Between the condition and the taint, as measured. */
const TAINT_AFTER_MS = 2_000;
const UNREACHABLE = 'node.kubernetes.io/unreachable';
const NOT_READY = 'node.kubernetes.io/not-ready';

/**
 * Notices nodes that say nothing any more, taints them, and evicts their pods
 * when those tolerate it no longer.
 *
 * @public
 */
export class NodeLifecycleController {
  /** When each node was last heard of, and since when it is not. */
  private readonly heard = new Map<string, { renewTime: string; at: number }>();
  private readonly lostAt = new Map<string, number>();

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly events: EventRecorder,
  ) {}

  start(): void {
    this.clock.after(PERIOD_MS, () => {
      for (const node of this.store.list('nodes')) this.check(node);
      this.evict();
      this.start();
    });
  }

  private check(node: KubeObject) {
    const { name } = node.metadata;
    const now = this.clock.now();
    const renewTime = String(
      this.store.get('leases', 'kube-node-lease', name)?.spec.renewTime,
    );
    const last = this.heard.get(name);
    if (last?.renewTime !== renewTime) {
      this.heard.set(name, { renewTime, at: now });
    }
    const silent = now - (this.heard.get(name)?.at ?? now);
    if (silent < GRACE_MS) {
      this.lostAt.delete(name);
      const ready = readyCondition(node)?.status === 'True';
      this.setTaints(node, ready ? undefined : NOT_READY);
      return;
    }
    if (!this.lostAt.has(name)) {
      this.lostAt.set(name, now);
      this.markUnknown(node);
    }
    if (now - this.lostAt.get(name)! >= TAINT_AFTER_MS) {
      this.setTaints(node, UNREACHABLE);
    }
  }

  private markUnknown(node: KubeObject) {
    const now = timestamps.seconds(this.clock.now());
    const { name } = node.metadata;
    this.store.update('nodes', undefined, name, draft => {
      for (const condition of draft.status?.conditions ?? []) {
        condition.status = 'Unknown';
        condition.reason = 'NodeStatusUnknown';
        condition.message = 'Kubelet stopped posting node status.';
        condition.lastTransitionTime = now;
      }
    });
    this.events.record(
      SOURCE,
      node,
      'Normal',
      'NodeNotReady',
      `Node ${name} status is now: NodeNotReady`,
    );
    for (const pod of this.podsOn(name)) {
      this.store.update(
        'pods',
        pod.metadata.namespace,
        pod.metadata.name,
        d => {
          const ready = readyCondition(d);
          if (ready?.status !== 'True') return;
          ready.status = 'False';
          ready.lastTransitionTime = now;
        },
      );
      this.events.record(
        SOURCE,
        pod,
        'Warning',
        'NodeNotReady',
        'Node is not ready',
      );
    }
  }

  private setTaints(node: KubeObject, key: string | undefined) {
    const { name } = node.metadata;
    const now = this.clock.now();
    const since = timestamps.seconds(this.lostAt.get(name) ?? now);
    if (!key && !node.spec.taints) return;
    this.store.update('nodes', undefined, name, draft => {
      const before: any[] = draft.spec.taints ?? [];
      const kept = before.filter(
        taint =>
          ![UNREACHABLE, NOT_READY].includes(taint.key) || taint.key === key,
      );
      const wanted = key
        ? [
            { key, effect: 'NoSchedule', timeAdded: since },
            { key, effect: 'NoExecute', timeAdded: since },
          ]
        : [];
      const added = wanted.filter(
        taint =>
          !kept.some(
            other => other.key === taint.key && other.effect === taint.effect,
          ),
      );
      const taints = [...kept, ...added];
      if (taints.length > 0) draft.spec.taints = taints;
      else delete draft.spec.taints;
    });
  }

  private evict() {
    const now = this.clock.now();
    for (const node of this.store.list('nodes')) {
      const taints = (node.spec.taints ?? []).filter(
        ({ effect }: any) => effect === 'NoExecute',
      );
      if (taints.length === 0) continue;
      for (const pod of this.podsOn(node.metadata.name)) {
        const due = taints.some(
          (taint: any) => now >= evictionTime(pod, taint),
        );
        if (due) this.deletePod(pod);
      }
    }
  }

  private deletePod(pod: KubeObject) {
    const { namespace, name, uid } = pod.metadata;
    if (pod.metadata.deletionTimestamp) return;
    this.events.record(
      { component: 'taint-eviction-controller' },
      pod,
      'Normal',
      'TaintManagerEviction',
      `Marking for deletion Pod ${namespace}/${name}`,
    );
    this.store.delete('pods', namespace, name, { preconditions: { uid } });
  }

  private podsOn(node: string): KubeObject[] {
    return this.store.list('pods').filter(({ spec }) => spec.nodeName === node);
  }
}

/** When a pod no longer tolerates a taint, milliseconds since the epoch. */
function evictionTime(pod: KubeObject, taint: any): number {
  const since = Date.parse(taint.timeAdded);
  const toleration = (pod.spec.tolerations ?? []).find(
    ({ key, effect, operator, value }: any) =>
      (!key || key === taint.key) &&
      (!effect || effect === taint.effect) &&
      (operator === 'Exists' || (value ?? '') === (taint.value ?? '')),
  );
  if (!toleration) return since;
  return toleration.tolerationSeconds === undefined
    ? Infinity
    : since + toleration.tolerationSeconds * 1000;
}
