import { AppInputs, IdentityChange, IdentityIncarnation } from '../../model';
import { IdentityIncarnations } from './IdentityIncarnations';
import { incarnationOf } from './incarnationOf';

/** What one observation adds to the history. @public */
export interface NextHistory {
  /** To be given to the next call. The same object as before where nothing differs. */
  incarnations: IdentityIncarnations;
  /**
   * New changes, and earlier ones of which more is known now (a claim, a
   * Consul node id). Each takes the place of the stored one with the same
   * ordinal and `to.podUid`.
   */
  changes: IdentityChange[];
}

/** What is seen now, with what was seen before of the same pod and cannot be seen now. */
function merge(
  before: IdentityIncarnation | undefined,
  seen: IdentityIncarnation,
): IdentityIncarnation {
  if (before?.podUid !== seen.podUid) return seen;
  const nodeName = seen.nodeName ?? before.nodeName;
  const nodeId = seen.nodeId ?? before.nodeId;
  return {
    podUid: seen.podUid,
    ...(nodeName && { nodeName }),
    claimUids: Object.assign(
      Object.create(null),
      before.claimUids,
      seen.claimUids,
    ),
    ...(nodeId && { nodeId }),
  };
}

function isSame(
  a: IdentityIncarnation | undefined,
  b: IdentityIncarnation,
): boolean {
  if (!a) return false;
  const keys = Object.keys(b.claimUids);
  return (
    a.podUid === b.podUid &&
    a.nodeName === b.nodeName &&
    a.nodeId === b.nodeId &&
    keys.length === Object.keys(a.claimUids).length &&
    keys.every(key => a.claimUids[key] === b.claimUids[key])
  );
}

/**
 * Derives from one observation after another how identities passed from pod to
 * pod. An observation in which pods are not known changes nothing; an identity
 * without a pod keeps what it had last.
 *
 * @param previous - what the previous call returned; `{}` at first.
 * @param inputs - the observation, with the history so far.
 * @public
 */
export function nextHistory(
  previous: IdentityIncarnations,
  inputs: AppInputs,
): NextHistory {
  const pods = inputs.freshness.find(item => item.resource === 'pods');
  if (pods?.state !== 'live') return { incarnations: previous, changes: [] };

  const changes: IdentityChange[] = [];
  let incarnations = previous;
  for (const pod of inputs.pods) {
    const { ordinal } = pod;
    if (ordinal === undefined || pod.owner?.uid !== inputs.statefulSet.uid) {
      continue;
    }
    const before = incarnations[ordinal];
    const to = merge(before, incarnationOf(inputs, pod));
    if (isSame(before, to)) continue;
    incarnations = { ...incarnations, [ordinal]: to };
    if (!before) continue;
    if (before.podUid !== to.podUid) {
      changes.push({ ordinal, at: inputs.now, from: before, to });
      continue;
    }
    const known = inputs.history.find(
      change => change.ordinal === ordinal && change.to.podUid === to.podUid,
    );
    if (known) changes.push({ ...known, to });
  }
  return { incarnations, changes };
}
