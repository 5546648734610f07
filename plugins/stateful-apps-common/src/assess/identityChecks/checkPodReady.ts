import { PodFacts, Verdict } from '../../model';
import { Check, evidence } from '../checks';
import { AssessContext, timeSince } from '../context';
import { isAvailable, isReady, podReason } from '../identities';
import { THRESHOLDS } from '../thresholds';
import { IdentityCase } from './IdentityCase';

function ended(pod: PodFacts): Verdict {
  return {
    state: 'healing',
    reason: pod.reason ?? `Pod${pod.phase}`,
    sentence: `Its pod ended (${
      pod.reason ?? pod.phase
    }) and will be replaced.`,
    evidence: [evidence(`Pod/${pod.name}`, 'status.phase', pod.phase)],
  };
}

function starting(pod: PodFacts): Verdict {
  const { reason } = podReason(pod);
  return {
    state: 'healing',
    reason: 'Starting',
    sentence: `Its pod is starting${reason ? ` (${reason})` : ''}.`,
    evidence: [evidence(`Pod/${pod.name}`, 'status.phase', pod.phase)],
  };
}

function notReady(context: AssessContext, pod: PodFacts): Verdict {
  const condition = pod.conditions.find(item => item.type === 'Ready');
  const since = timeSince(context, condition?.lastTransitionTime) ?? 0;
  const { reason } = podReason(pod);
  const stuck = since > THRESHOLDS.notReady;
  return {
    state: stuck ? 'needs-person' : 'healing',
    reason: 'NotReady',
    sentence: `Its pod runs and is not ready${
      stuck ? ` for ${Math.round(since / 60_000)} minutes` : ''
    }${reason ? ` (${reason})` : ''}.`,
    evidence: [
      evidence(
        `Pod/${pod.name}`,
        'status.conditions[Ready]',
        condition?.status ?? 'not set',
        condition?.lastTransitionTime,
      ),
    ],
  };
}

/** A pod that has not come so far that the set counts it. @internal */
export const checkPodReady: Check<IdentityCase> = ({ context, slot }) => {
  const { pod } = slot;
  if (!pod) return undefined;
  switch (pod.phase) {
    case 'Succeeded':
    case 'Failed':
      return ended(pod);
    case 'Pending':
      return starting(pod);
    case 'Running':
      break;
    default:
      return {
        state: 'unknown',
        reason: 'PhaseUnknown',
        sentence: 'Kubernetes does not know what its pod is doing.',
        evidence: [evidence(`Pod/${pod.name}`, 'status.phase', pod.phase)],
      };
  }
  if (!isReady(pod)) return notReady(context, pod);
  if (isAvailable(context, pod)) return undefined;
  return {
    state: 'healing',
    reason: 'NotAvailable',
    sentence: `Its pod is ready, but not yet for ${context.set.minReadySeconds} s.`,
    evidence: [
      evidence(
        `StatefulSet/${context.set.name}`,
        'spec.minReadySeconds',
        context.set.minReadySeconds,
      ),
    ],
  };
};
