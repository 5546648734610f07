import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** More voters are gone than writes allow. @internal */
export const checkQuorum: Check<AppCase> = ({ consul }) => {
  if (!consul?.quorumLost) return undefined;
  const { quorum, deadVoters, views } = consul;
  return {
    state: 'needs-person',
    reason: 'QuorumLost',
    sentence: `Quorum is lost. ${quorum.sentence}`,
    evidence: [
      ...deadVoters
        .slice(0, 5)
        .map(entry =>
          evidence(
            `Consul/${entry.name}`,
            '/v1/operator/raft/configuration',
            `voter ${entry.nodeId} at ${
              entry.raft?.address ?? entry.address
            } is not alive`,
          ),
        ),
      ...views
        .filter(view => view.probe.leader !== undefined)
        .slice(0, 3)
        .map(({ slot, probe }) =>
          evidence(
            `Consul/${slot.name}`,
            '/v1/status/leader',
            probe.leader || '""',
            probe.at,
          ),
        ),
    ],
  };
};
