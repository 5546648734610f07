import { PodFacts } from '../../model';
import { AssessContext, IdentitySlot } from '../context';
import { isAvailable } from './isAvailable';
import { isReady } from './isReady';

/** What the StatefulSet controller does next, as it can be told from outside. @internal */
export interface Rollout {
  /** What an identity waits for, by ordinal. */
  waitsFor: ReadonlyMap<number, string>;
  /** The roll-out of a revision in one sentence. */
  sentence?: string;
  /** Whether pods are being replaced by the controller, without a person's doing. */
  moving: boolean;
}

/** Why the controller does not go past this identity. */
function blockerOf(
  context: AssessContext,
  slot: IdentitySlot,
): string | undefined {
  const { pod, name } = slot;
  if (!pod) return `${name} to be running and ready`;
  if (pod.deletionTimestamp) return `the old pod of ${name} to end`;
  if (!isReady(pod)) return `${name} to be running and ready`;
  return isAvailable(context, pod)
    ? undefined
    : `${name} to be ready for ${context.set.minReadySeconds} s`;
}

/** Start: in order, each after all before it are available. */
function waitToStart(
  context: AssessContext,
  waitsFor: Map<number, string>,
): string | undefined {
  let blocker: string | undefined;
  for (const slot of context.slots) {
    if (slot.role !== 'replica') continue;
    if (!slot.pod && blocker) waitsFor.set(slot.ordinal, blocker);
    blocker ??= blockerOf(context, slot);
  }
  return blocker;
}

/** Scale down: highest ordinal first, one after the other. */
function waitToEnd(
  context: AssessContext,
  waitsFor: Map<number, string>,
  blocker: string | undefined,
) {
  let higher: string | undefined;
  for (const slot of [...context.slots].reverse()) {
    if (slot.role !== 'condemned') continue;
    const reason = blocker ?? higher;
    if (reason && !slot.pod?.deletionTimestamp) {
      waitsFor.set(slot.ordinal, reason);
    }
    higher ??= `${slot.name} to be gone`;
  }
}

function hasOldRevision(context: AssessContext, pod: PodFacts): boolean {
  const { updateRevision } = context.set.status;
  return updateRevision !== undefined && pod.revision !== updateRevision;
}

/** Rolling update: from the highest ordinal down to the partition. */
function waitForUpdate(
  context: AssessContext,
  waitsFor: Map<number, string>,
  blocker: string | undefined,
) {
  const { updateStrategy, partition, startOrdinal } = context.set;
  const lowest = startOrdinal + partition;
  let higher: string | undefined;
  for (const slot of [...context.slots].reverse()) {
    const { pod, ordinal, role, name } = slot;
    if (role !== 'replica') continue;
    if (pod && !pod.deletionTimestamp && hasOldRevision(context, pod)) {
      if (updateStrategy === 'OnDelete') {
        waitsFor.set(ordinal, 'somebody to delete its pod (OnDelete)');
      } else if (ordinal < lowest) {
        waitsFor.set(ordinal, `partition ${partition} to be lowered`);
      } else if (blocker ?? higher) {
        waitsFor.set(ordinal, (blocker ?? higher)!);
      }
      higher ??= `${name} to be updated and ready`;
    } else {
      higher ??= blockerOf(context, slot);
    }
  }
}

function describe(context: AssessContext): Omit<Rollout, 'waitsFor'> {
  const { updateStrategy, partition, replicas, startOrdinal } = context.set;
  const old = context.slots.filter(
    ({ pod, role }) =>
      role === 'replica' && pod && hasOldRevision(context, pod),
  );
  if (old.length === 0) return { moving: false };
  const keep = `${old.length} of ${replicas} pods keep an earlier revision`;
  if (updateStrategy === 'OnDelete') {
    return {
      moving: false,
      sentence: `${keep} until they are deleted (OnDelete).`,
    };
  }
  const movable = old.some(slot => slot.ordinal >= startOrdinal + partition);
  if (!movable) {
    return {
      moving: false,
      sentence: `Held by partition ${partition}: ${keep}.`,
    };
  }
  const updated = context.slots.filter(
    ({ pod, role }) =>
      role === 'replica' && pod && !hasOldRevision(context, pod),
  ).length;
  return {
    moving: true,
    sentence: `Roll-out: ${updated} of ${replicas} pods have the new revision.`,
  };
}

/**
 * Retells the order in which Kubernetes' StatefulSet controller works:
 * replicas upwards, then condemned pods downwards, then updates downwards.
 * With `OrderedReady` one that is not available holds up all that follows.
 *
 * @internal
 */
export function planRollout(context: AssessContext): Rollout {
  const waitsFor = new Map<number, string>();
  const ordered = context.set.podManagementPolicy === 'OrderedReady';
  const blocker = ordered ? waitToStart(context, waitsFor) : undefined;
  if (ordered) waitToEnd(context, waitsFor, blocker);
  waitForUpdate(context, waitsFor, blocker);
  return { waitsFor, ...describe(context) };
}
