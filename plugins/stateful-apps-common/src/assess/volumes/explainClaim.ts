import { ClaimFacts, Evidence } from '../../model';
import { AssessContext, hasData, isLive, timeSince } from '../context';
import { THRESHOLDS } from '../thresholds';
import { latestClaimEvent } from './latestClaimEvent';

const FAILURES = new Set(['ProvisioningFailed', 'FailedBinding']);
const WAITING = new Set(['WaitForFirstConsumer', 'WaitForPodScheduled']);
const PROVISIONING = new Set(['ExternalProvisioning', 'Provisioning']);
const MESSAGE_LENGTH = 160;

/** Why a claim is not bound, and whether time alone may bind it. @internal */
export interface ClaimExplanation {
  reason: string;
  /** One sentence. */
  why: string;
  stuck: boolean;
  evidence: Evidence[];
}

function statusEvidence(claim: ClaimFacts): Evidence {
  return {
    object: `PersistentVolumeClaim/${claim.name}`,
    field: 'status.phase',
    value: claim.phase,
  };
}

/** A class that is missing can be told from the objects, also where events are gone or may not be read. */
function explainByClass(
  context: AssessContext,
  claim: ClaimFacts,
): ClaimExplanation | undefined {
  if (!isLive(context, 'storageclasses')) return undefined;
  const { storageClasses } = context.inputs;
  const evidence = [statusEvidence(claim)];
  if (claim.storageClassName === undefined) {
    if (storageClasses.some(item => item.isDefault)) return undefined;
    return {
      reason: 'NoDefaultStorageClass',
      why: 'It names no storage class, and the cluster has no default one.',
      stuck: true,
      evidence,
    };
  }
  const known = storageClasses.find(
    item => item.name === claim.storageClassName,
  );
  if (!known) {
    return {
      reason: 'StorageClassMissing',
      why: `There is no storage class ${claim.storageClassName}.`,
      stuck: true,
      evidence,
    };
  }
  return undefined;
}

function explainByEvent(
  context: AssessContext,
  claim: ClaimFacts,
): ClaimExplanation | undefined {
  const failure = latestClaimEvent(context, claim, FAILURES);
  const progress =
    latestClaimEvent(context, claim, PROVISIONING) ??
    latestClaimEvent(context, claim, WAITING);
  const event = failure ?? progress;
  if (!event) return undefined;
  const message =
    event.message.length > MESSAGE_LENGTH
      ? `${event.message.slice(0, MESSAGE_LENGTH - 1)}…`
      : event.message;
  return {
    reason: event.reason || 'ClaimPending',
    why: message,
    stuck: failure !== undefined,
    evidence: [
      statusEvidence(claim),
      {
        object: `Event/${event.name}`,
        field: 'reason',
        value: event.reason,
        ...(event.lastTimestamp && { at: event.lastTimestamp }),
      },
    ],
  };
}

/**
 * Why a claim is not bound.
 *
 * @returns `undefined` for one that is bound.
 * @internal
 */
export function explainClaim(
  context: AssessContext,
  claim: ClaimFacts,
): ClaimExplanation | undefined {
  if (claim.phase === 'Bound') return undefined;
  if (claim.phase === 'Lost') {
    return {
      reason: 'ClaimLost',
      why: `Its volume ${
        claim.volumeName ?? ''
      } is gone, and the data with it.`,
      stuck: true,
      evidence: [statusEvidence(claim)],
    };
  }
  const found =
    explainByClass(context, claim) ?? explainByEvent(context, claim);
  if (found) return found;
  const age = timeSince(context, claim.creationTimestamp) ?? 0;
  const noEvent = hasData(context, 'events')
    ? 'no event tells why'
    : 'events may not be read';
  return {
    reason: 'ClaimPending',
    why: `It is not bound, and ${noEvent}.`,
    stuck: age > THRESHOLDS.pending,
    evidence: [statusEvidence(claim)],
  };
}
