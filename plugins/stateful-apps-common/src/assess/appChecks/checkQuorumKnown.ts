import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** A Consul whose quorum is not known is not known to be healthy. @internal */
export const checkQuorumKnown: Check<AppCase> = ({ context, consul }) => {
  if (!consul || consul.quorum.canLose !== undefined) return undefined;
  return {
    state: 'unknown',
    reason: 'QuorumUnknown',
    sentence: `Quorum: ${consul.quorum.sentence}`,
    evidence: [
      evidence(
        `StatefulSet/${context.set.name}`,
        '/v1/operator/raft/configuration',
        'no answer to count by',
      ),
    ],
  };
};
