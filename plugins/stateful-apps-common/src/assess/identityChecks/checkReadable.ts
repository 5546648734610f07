import { Check, evidence } from '../checks';
import { isLive, whyUnknown } from '../context';
import { IdentityCase } from './IdentityCase';

/** Nothing about an identity is known while its pods are not. @internal */
export const checkReadable: Check<IdentityCase> = ({ context, slot }) => {
  if (isLive(context, 'pods')) return undefined;
  const freshness = context.freshness.get('pods');
  return {
    state: 'unknown',
    reason: 'PodsUnknown',
    sentence: `Not known: ${whyUnknown(context, 'pods')}.`,
    evidence: [
      evidence(`Pod/${slot.name}`, 'watch', freshness?.state ?? 'loading'),
    ],
  };
};
