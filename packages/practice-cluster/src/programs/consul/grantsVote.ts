import { RaftServer } from './Raft';
import { VoteRequest } from './RaftPeer';

/** What a server knows when it is asked for its vote. @public */
export interface Voter {
  readonly term: number;
  readonly lastIndex: number;
  readonly lastTerm: number;
  readonly configuration: readonly RaftServer[];
}

/**
 * Whether a server votes for a candidate: it is a voter of its configuration,
 * there is no leader (unless the leader itself asked for the change), the
 * term is free, and the candidate's log is at least as far on.
 *
 * @public
 */
export function grantsVote(
  request: VoteRequest,
  voter: Voter,
  /** Newest term in which it has voted. */
  votedIn: number,
  hasLeader: boolean,
): boolean {
  const { candidate, term, lastIndex, lastTerm, pre, transfer } = request;
  const known = voter.configuration.find(({ id }) => id === candidate);
  if (voter.configuration.length > 0 && !known?.voter) return false;
  if (hasLeader && !transfer) return false;
  if (term < voter.term || (!pre && term <= votedIn)) return false;
  return (
    lastTerm > voter.lastTerm ||
    (lastTerm === voter.lastTerm && lastIndex >= voter.lastIndex)
  );
}
