import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** Two servers that both hold themselves for the leader: two histories may be growing. @internal */
export const checkLeaders: Check<AppCase> = ({ consul }) => {
  const claimants = consul?.leader.claimants ?? [];
  if (claimants.length < 2) return undefined;
  const names = claimants.map(view => view.slot.name).join(' and ');
  return {
    state: 'needs-person',
    reason: 'TwoLeaders',
    sentence: `${names} both say that they lead: the cluster may be split. Repair nothing before it is known which of them can still write.`,
    evidence: claimants.map(({ slot, probe }) =>
      evidence(
        `Consul/${slot.name}`,
        '/v1/agent/self Stats.raft.state',
        `Leader, term ${probe.raft?.term ?? 'unknown'}`,
        probe.at,
      ),
    ),
  };
};
