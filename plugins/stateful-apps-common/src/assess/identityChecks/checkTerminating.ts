import { Check, evidence } from '../checks';
import { IdentityCase } from './IdentityCase';

/** A pod that is being deleted. @internal */
export const checkTerminating: Check<IdentityCase> = ({ slot }) => {
  const { pod } = slot;
  if (!pod?.deletionTimestamp) return undefined;
  return {
    state: 'healing',
    reason: 'Terminating',
    sentence: 'Its pod is ending and will be replaced.',
    evidence: [
      evidence(
        `Pod/${pod.name}`,
        'metadata.deletionTimestamp',
        pod.deletionTimestamp,
      ),
    ],
  };
};
