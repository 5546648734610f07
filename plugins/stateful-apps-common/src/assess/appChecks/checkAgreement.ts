import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** Servers that name different leaders: between two elections, or split. @internal */
export const checkAgreement: Check<AppCase> = ({ consul }) => {
  if (!consul) return undefined;
  const named = [...consul.leader.named].filter(([leader]) => leader !== '');
  if (named.length < 2) return undefined;
  return {
    state: 'unknown',
    reason: 'LeadersDisagree',
    sentence: `The servers name ${named.length} different leaders; who is right is not known yet.`,
    evidence: named.map(([leader, ordinals]) =>
      evidence(`Consul/${ordinals.join(', ')}`, '/v1/status/leader', leader),
    ),
  };
};
