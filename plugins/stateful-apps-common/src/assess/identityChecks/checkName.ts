import { Check, evidence } from '../checks';
import { IdentityCase } from './IdentityCase';

/** A pod of somebody else under the identity's name keeps the set from making its own. @internal */
export const checkName: Check<IdentityCase> = ({ slot }) => {
  const pod = slot.foreignPod;
  if (!pod || slot.pod) return undefined;
  const owner = pod.owner
    ? `${pod.owner.kind} ${pod.owner.name}`
    : 'somebody else';
  return {
    state: 'needs-person',
    reason: 'NameTaken',
    sentence: `A pod of ${owner} has the name ${slot.name}; the StatefulSet cannot make its own.`,
    evidence: [
      evidence(
        `Pod/${pod.name}`,
        'metadata.ownerReferences',
        pod.owner?.uid ?? 'none',
      ),
    ],
  };
};
