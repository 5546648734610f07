import { isPodReady } from '../isPodReady';
import { readyCondition } from '../readyCondition';
import { KubeObject } from '../../types';
import { ordinalOf } from './ordinalOf';
import { setSpec } from './setSpec';

/** @public */
export interface SetFacts {
  set: KubeObject;
  /** Pods that the set controls. */
  pods: readonly KubeObject[];
  currentRevision: string;
  updateRevision: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** One write to the cluster. @public */
export type SetAction =
  | { kind: 'create'; ordinal: number; revision: 'current' | 'update' }
  | {
      kind: 'delete';
      pod: KubeObject;
      why: 'ended' | 'condemned' | 'outdated';
    };

/** @public */
export interface SetPlan {
  actions: SetAction[];
  /** When to look again, though nothing changes: a pod becomes available. */
  againAfterMs?: number;
}

/**
 * What the StatefulSet controller does next, in the order of Kubernetes' own:
 * replicas from the lowest ordinal, then condemned pods from the highest, then
 * the update from the highest. With OrderedReady it does one thing at a time
 * and waits for each pod to be available.
 *
 * @public
 */
export function planSet(facts: SetFacts): SetPlan {
  const { set, pods } = facts;
  if (set.metadata.deletionTimestamp) return { actions: [] };
  const start = setSpec.start(set);
  const end = start + setSpec.replicas(set);
  const byOrdinal = new Map(pods.map(pod => [ordinalOf(set, pod), pod]));
  const condemned = pods
    .filter(pod => {
      const ordinal = ordinalOf(set, pod);
      return ordinal >= 0 && (ordinal < start || ordinal >= end);
    })
    .sort((one, other) => ordinalOf(set, other) - ordinalOf(set, one));
  const plan: SetPlan = { actions: [] };
  const ordered = !setSpec.isParallel(set);

  for (let ordinal = start; ordinal < end; ordinal += 1) {
    const pod = byOrdinal.get(ordinal);
    const settled = planReplica(facts, ordinal, pod, plan);
    if (ordered && !settled) return plan;
  }

  const firstUnhealthy = findFirstUnhealthy(facts, byOrdinal, condemned, end);
  for (const pod of condemned) {
    if (!pod.metadata.deletionTimestamp) {
      const waits = !isPodReady(pod) && pod !== firstUnhealthy;
      if (ordered && waits) return plan;
      plan.actions.push({ kind: 'delete', pod, why: 'condemned' });
    }
    if (ordered) return plan;
  }

  if (plan.actions.length === 0 && !setSpec.isOnDelete(set)) {
    planUpdate(facts, byOrdinal, plan);
  }
  return plan;
}

/** Whether the controller may go on to the next ordinal. */
function planReplica(
  facts: SetFacts,
  ordinal: number,
  pod: KubeObject | undefined,
  plan: SetPlan,
): boolean {
  if (!pod) {
    const revision = keepsCurrent(facts.set, ordinal) ? 'current' : 'update';
    plan.actions.push({ kind: 'create', ordinal, revision });
    return false;
  }
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  if (['Failed', 'Succeeded'].includes(pod.status?.phase)) {
    if (!terminating) plan.actions.push({ kind: 'delete', pod, why: 'ended' });
    return false;
  }
  if (terminating || !isRunningAndReady(pod)) return false;
  const wait = untilAvailable(facts, pod);
  if (wait > 0) {
    plan.againAfterMs = Math.min(plan.againAfterMs ?? Infinity, wait);
    return false;
  }
  return true;
}

function planUpdate(
  facts: SetFacts,
  byOrdinal: ReadonlyMap<number, KubeObject>,
  plan: SetPlan,
) {
  const { set, updateRevision } = facts;
  const start = setSpec.start(set);
  const lowest = start + setSpec.partition(set);
  const highest = start + setSpec.replicas(set) - 1;
  for (let ordinal = highest; ordinal >= lowest; ordinal -= 1) {
    const pod = byOrdinal.get(ordinal);
    if (!pod) return;
    const terminating = pod.metadata.deletionTimestamp !== undefined;
    if (revisionOf(pod) !== updateRevision && !terminating) {
      plan.actions.push({ kind: 'delete', pod, why: 'outdated' });
      return;
    }
    const healthy = isRunningAndReady(pod) && !terminating;
    if (!healthy || untilAvailable(facts, pod) > 0) return;
  }
}

/** Below the partition new pods are of the revision that was. */
function keepsCurrent(set: KubeObject, ordinal: number): boolean {
  if (setSpec.isOnDelete(set)) return false;
  return ordinal < setSpec.start(set) + setSpec.partition(set);
}

function findFirstUnhealthy(
  { set }: SetFacts,
  byOrdinal: ReadonlyMap<number, KubeObject>,
  condemned: readonly KubeObject[],
  end: number,
): KubeObject | undefined {
  const isUnhealthy = (pod: KubeObject) =>
    !isRunningAndReady(pod) || pod.metadata.deletionTimestamp !== undefined;
  for (let ordinal = setSpec.start(set); ordinal < end; ordinal += 1) {
    const pod = byOrdinal.get(ordinal);
    if (pod && isUnhealthy(pod)) return pod;
  }
  return [...condemned].reverse().find(isUnhealthy);
}

function isRunningAndReady(pod: KubeObject): boolean {
  return pod.status?.phase === 'Running' && isPodReady(pod);
}

function untilAvailable({ set, now }: SetFacts, pod: KubeObject): number {
  const minReadyMs = setSpec.minReadyMs(set);
  if (minReadyMs === 0) return 0;
  const since = Date.parse(readyCondition(pod)?.lastTransitionTime ?? '');
  return Number.isNaN(since) ? minReadyMs : since + minReadyMs - now;
}

function revisionOf(pod: KubeObject): string | undefined {
  return pod.metadata.labels?.['controller-revision-hash'];
}
