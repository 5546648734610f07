import { Check } from '../checks';
import { isLive } from '../context';
import { explainClaim } from '../volumes';
import { IdentityCase } from './IdentityCase';

/** A claim that nothing but a person can bind. @internal */
export const checkClaims: Check<IdentityCase> = ({ context, view }) => {
  if (!isLive(context, 'persistentvolumeclaims')) return undefined;
  for (const volume of view.volumes) {
    const claim = volume.claim && context.claims.get(volume.claim.name);
    if (!claim) continue;
    const explanation = explainClaim(context, claim);
    if (!explanation?.stuck) continue;
    return {
      state: 'needs-person',
      reason: explanation.reason,
      sentence: `Claim ${claim.name} is not bound: ${explanation.why}`,
      evidence: explanation.evidence,
    };
  }
  return undefined;
};
