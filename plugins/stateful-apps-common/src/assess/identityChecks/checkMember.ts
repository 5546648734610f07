import { MemberView, Verdict } from '../../model';
import { Check, evidence } from '../checks';
import { timeSince } from '../context';
import { THRESHOLDS } from '../thresholds';
import { IdentityCase } from './IdentityCase';

/** Time since the server's container started: what may still be on its way. */
function runningFor({ context, slot }: IdentityCase): number {
  const name = context.set.app.endpoint?.container;
  const container = slot.pod?.containers.find(item => item.name === name);
  return timeSince(context, container?.startedAt) ?? Infinity;
}

function notAnswering(item: IdentityCase, member: MemberView): Verdict {
  const why = member.error ?? 'It gave no answer.';
  return {
    state: 'unknown',
    reason: 'MemberUnknown',
    sentence: `Not known what its Consul server is doing: ${why}`,
    evidence: [
      evidence(`Consul/${item.slot.name}`, 'probe', why, member.probedAt),
    ],
  };
}

function failed(item: IdentityCase, member: MemberView): Verdict {
  const fresh = runningFor(item) < THRESHOLDS.memberFailed;
  return {
    state: fresh ? 'healing' : 'needs-person',
    reason: 'MemberFailed',
    sentence: fresh
      ? `The other servers still see it as ${member.gossip}; its container has just started.`
      : `The other servers see it as ${member.gossip} although its pod runs: look at its log and its network.`,
    evidence: [
      evidence(
        `Consul/${item.slot.name}`,
        '/v1/agent/members',
        member.gossip,
        member.probedAt,
      ),
    ],
  };
}

function outsideRaft(item: IdentityCase, member: MemberView): Verdict {
  const stuck = runningFor(item) > THRESHOLDS.notInRaft;
  return {
    state: stuck ? 'needs-person' : 'healing',
    reason: 'NotInRaft',
    sentence: stuck
      ? 'Its server runs and does not get into raft: look at its log for why it cannot join.'
      : 'Its server is joining; it is not in raft yet.',
    evidence: [
      evidence(
        `Consul/${item.slot.name}`,
        '/v1/operator/raft/configuration',
        'not listed',
        member.probedAt,
      ),
    ],
  };
}

/** What an identity's Consul server is to the others. @internal */
export const checkMember: Check<IdentityCase> = item => {
  const { member } = item.view;
  if (!item.consul || !item.slot.pod) return undefined;
  if (!member) {
    return notAnswering(item, {
      name: item.slot.name,
      role: 'server',
      gossip: 'unknown',
    });
  }
  const answered = item.consul.views.some(view => view.slot === item.slot);
  if (!answered) return notAnswering(item, member);
  if (['failed', 'left', 'leaving'].includes(member.gossip)) {
    return failed(item, member);
  }
  if (member.raft === 'none') return outsideRaft(item, member);
  if (member.voter === false) {
    return {
      state: 'healing',
      reason: 'NonVoter',
      sentence: 'Its server has joined and becomes a voter once it is stable.',
      evidence: [
        evidence(
          `Consul/${item.slot.name}`,
          '/v1/operator/raft/configuration',
          'Voter: false',
          member.probedAt,
        ),
      ],
    };
  }
  if (member.raft === 'unknown') return notAnswering(item, member);
  return undefined;
};
