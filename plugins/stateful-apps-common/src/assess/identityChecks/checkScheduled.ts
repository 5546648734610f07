import { Check, evidence } from '../checks';
import { timeSince } from '../context';
import { THRESHOLDS } from '../thresholds';
import { IdentityCase } from './IdentityCase';

/** A pod for which there is no node. @internal */
export const checkScheduled: Check<IdentityCase> = ({ context, slot }) => {
  const condition = slot.pod?.conditions.find(
    item => item.type === 'PodScheduled' && item.status === 'False',
  );
  if (!condition) return undefined;
  const since = timeSince(context, condition.lastTransitionTime) ?? 0;
  const message = condition.message ?? condition.reason ?? 'no reason is given';
  return {
    state: since > THRESHOLDS.unschedulable ? 'needs-person' : 'healing',
    reason: condition.reason ?? 'Unschedulable',
    sentence: `No node takes its pod: ${message}`,
    evidence: [
      evidence(
        `Pod/${slot.name}`,
        'status.conditions[PodScheduled]',
        message,
        condition.lastTransitionTime,
      ),
    ],
  };
};
