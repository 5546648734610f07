import { Clock, KubeObject, ObjectStore } from '../types';
import { isPodReady } from './isPodReady';
import { keyOf } from './keyOf';
import { matchesSelector } from './matchesSelector';
import { splitKey } from './splitKey';
import { WorkQueue } from './WorkQueue';

const RESOURCE = 'poddisruptionbudgets';

/**
 * Counts for each PodDisruptionBudget how many pods may go now.
 *
 * @public
 */
export class DisruptionController {
  private readonly queue: WorkQueue;

  constructor(private readonly store: ObjectStore, clock: Clock) {
    this.queue = new WorkQueue(clock, key => this.sync(key));
  }

  start(): void {
    this.store.subscribe(({ object }, resource) => {
      if (resource === RESOURCE) this.queue.add(keyOf(object));
      if (resource !== 'pods' && resource !== 'statefulsets') return;
      for (const budget of this.store.list(
        RESOURCE,
        object.metadata.namespace,
      )) {
        this.queue.add(keyOf(budget));
      }
    });
  }

  private sync(key: string) {
    const [namespace, name] = splitKey(key);
    const budget = this.store.get(RESOURCE, namespace, name);
    if (!budget) return;
    const pods = this.store
      .list('pods', namespace)
      .filter(({ metadata }) =>
        matchesSelector(budget.spec.selector, metadata.labels),
      );
    const expectedPods = this.expected(pods);
    const desiredHealthy = desired(budget.spec, expectedPods);
    const currentHealthy = pods.filter(
      pod => isPodReady(pod) && !pod.metadata.deletionTimestamp,
    ).length;
    const disruptionsAllowed = Math.max(0, currentHealthy - desiredHealthy);
    this.store.update(RESOURCE, namespace, name, draft => {
      draft.status = {
        ...draft.status,
        observedGeneration: budget.metadata.generation,
        disruptionsAllowed,
        currentHealthy,
        desiredHealthy,
        expectedPods,
      };
    });
  }

  /** As many as their controllers want; a pod without one counts for itself. */
  private expected(pods: readonly KubeObject[]): number {
    const sets = new Map<string, number>();
    for (const { metadata } of pods) {
      const owner = metadata.ownerReferences?.find(
        ({ controller, kind }) => controller && kind === 'StatefulSet',
      );
      const set =
        owner && this.store.get('statefulsets', metadata.namespace, owner.name);
      if (set) sets.set(set.metadata.uid, set.spec.replicas ?? 1);
      else sets.set(metadata.uid, 1);
    }
    return [...sets.values()].reduce((sum, count) => sum + count, 0);
  }
}

function desired(spec: any, expected: number): number {
  if (spec.maxUnavailable !== undefined) {
    return Math.max(0, expected - scaled(spec.maxUnavailable, expected));
  }
  return scaled(spec.minAvailable ?? 1, expected);
}

/** A number, or a share rounded up. */
function scaled(value: number | string, of: number): number {
  const percent = /^(\d+)%$/.exec(String(value));
  return percent ? Math.ceil((Number(percent[1]) * of) / 100) : Number(value);
}
