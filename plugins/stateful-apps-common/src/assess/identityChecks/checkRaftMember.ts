import { MemberView, Verdict } from '../../model';
import { Check, evidence } from '../checks';
import { timeSince } from '../context';
import { THRESHOLDS } from '../thresholds';
import { IdentityCase } from './IdentityCase';

const CONFIGURATION = '/v1/operator/raft/configuration';

function outsideRaft(item: IdentityCase): Omit<Verdict, 'evidence'> {
  const { context, slot, consul } = item;
  if (consul?.quorumLost) {
    return {
      state: 'needs-person',
      reason: 'CannotJoin',
      sentence: 'Its server is empty and cannot join while quorum is lost.',
    };
  }
  const name = context.set.app.endpoint?.container;
  const container = slot.pod?.containers.find(
    candidate => candidate.name === name,
  );
  const running = timeSince(context, container?.startedAt) ?? Infinity;
  return running > THRESHOLDS.notInRaft && !consul?.empty
    ? {
        state: 'needs-person',
        reason: 'NotInRaft',
        sentence:
          'Its server runs and does not get into raft: look at its log for why it cannot join.',
      }
    : {
        state: 'healing',
        reason: 'NotInRaft',
        sentence: 'Its server is joining; it is not in raft yet.',
      };
}

function withoutLeader(item: IdentityCase): Omit<Verdict, 'evidence'> {
  return item.consul?.quorumLost
    ? {
        state: 'needs-person',
        reason: 'NoQuorum',
        sentence: 'Its server is alive and refuses writes: quorum is lost.',
      }
    : {
        state: 'healing',
        reason: 'Electing',
        sentence: 'Its server has no leader; one is being elected.',
      };
}

function conclude(
  item: IdentityCase,
  member: MemberView,
): Omit<Verdict, 'evidence'> | undefined {
  if (member.raft === 'none') return outsideRaft(item);
  if (member.voter === false) {
    return {
      state: 'healing',
      reason: 'NonVoter',
      sentence: 'Its server has joined and becomes a voter once it is stable.',
    };
  }
  const { quorum, quorumLost, leader } = item.consul!;
  const leaderless = quorum.canLose !== undefined && !leader.entry;
  return quorumLost || leaderless ? withoutLeader(item) : undefined;
}

/** What an identity's server is in raft. @internal */
export const checkRaftMember: Check<IdentityCase> = item => {
  const { member } = item.view;
  if (!member || !item.consul) return undefined;
  const verdict = conclude(item, member);
  return (
    verdict && {
      ...verdict,
      evidence: [
        evidence(
          `Consul/${item.slot.name}`,
          CONFIGURATION,
          `${member.raft}, ${member.voter ? 'voter' : 'no voter'}`,
          member.probedAt,
        ),
      ],
    }
  );
};
