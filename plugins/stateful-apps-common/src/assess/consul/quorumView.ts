import { QuorumView } from '../../model';
import { LeaderFinding } from './findLeader';
import { RosterEntry } from './RosterEntry';

/** The quorum, and the counts behind it. @internal */
export interface QuorumFinding {
  view: QuorumView;
  /** Voters that are certainly not alive. */
  dead: RosterEntry[];
  /** Whether more voters are gone than writes allow. */
  lost: boolean;
}

function sentenceOf(
  view: QuorumView & { voters: number; aliveVoters: number; needed: number },
  atLeast: boolean,
): string {
  const { voters, aliveVoters, needed, leader } = view;
  if (aliveVoters < needed) {
    const are = aliveVoters === 1 ? 'is' : 'are';
    return `Writes are refused: ${aliveVoters} of ${voters} voters ${are} alive.`;
  }
  if (leader === undefined) {
    return `Writes wait: no leader is elected, ${aliveVoters} of ${voters} voters are alive.`;
  }
  const spare = aliveVoters - needed;
  if (spare === 0) return 'One more loss stops writes.';
  const servers = spare === 1 ? 'server' : 'servers';
  return atLeast
    ? `Can lose at least ${spare} more ${servers}.`
    : `Can lose ${spare} more ${servers}.`;
}

/**
 * Counts voters. A silent voter that nobody can vouch for is neither alive nor
 * dead: where the answer hangs on it, the quorum is not known.
 *
 * @param why - why there is no raft configuration, where there is none.
 * @internal
 */
export function quorumView(
  roster: readonly RosterEntry[],
  alive: ReadonlyMap<RosterEntry, boolean | undefined>,
  leader: LeaderFinding,
  why: string,
): QuorumFinding {
  const voters = roster.filter(entry => entry.raft?.voter);
  if (voters.length === 0) {
    return {
      view: { sentence: `Not known: ${why}.` },
      dead: [],
      lost: false,
    };
  }
  const dead = voters.filter(entry => alive.get(entry) === false);
  const aliveVoters = voters.filter(entry => alive.get(entry)).length;
  const unknown = voters.length - dead.length - aliveVoters;
  const needed = Math.floor(voters.length / 2) + 1;
  const view = {
    voters: voters.length,
    aliveVoters,
    needed,
    // A leader without a quorum has not noticed yet that it leads nobody.
    ...(leader.entry && aliveVoters >= needed && { leader: leader.entry.name }),
  };
  if (aliveVoters < needed && aliveVoters + unknown >= needed) {
    const sentence = `Not known: ${unknown} of ${voters.length} voters cannot be asked.`;
    return { view: { ...view, sentence }, dead, lost: false };
  }
  const sentence = sentenceOf({ ...view, sentence: '' }, unknown > 0);
  return {
    view: {
      ...view,
      canLose: Math.max(aliveVoters - needed, 0),
      sentence,
    },
    dead,
    lost: aliveVoters < needed,
  };
}
