import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** Voters that are not alive still count for the quorum. @internal */
export const checkVoters: Check<AppCase> = ({ consul }) => {
  if (!consul || consul.deadVoters.length === 0) return undefined;
  const names = consul.deadVoters.map(entry => entry.name).join(', ');
  return {
    state: 'healing',
    reason: 'DeadVoter',
    sentence: `A lost server still counts as a voter until the leader removes it: ${names}. ${consul.quorum.sentence}`,
    evidence: consul.deadVoters
      .slice(0, 5)
      .map(entry =>
        evidence(
          `Consul/${entry.name}`,
          '/v1/operator/raft/configuration',
          `voter ${entry.nodeId}`,
        ),
      ),
  };
};
