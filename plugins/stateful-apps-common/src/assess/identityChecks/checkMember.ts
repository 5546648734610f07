import { MemberView, Verdict } from '../../model';
import { Check, evidence } from '../checks';
import { timeSince } from '../context';
import { THRESHOLDS } from '../thresholds';
import { checkRaftMember } from './checkRaftMember';
import { IdentityCase } from './IdentityCase';

function verdictOn(
  item: IdentityCase,
  member: MemberView,
  verdict: Omit<Verdict, 'evidence'>,
  endpoint: string,
  value: string,
): Verdict {
  return {
    ...verdict,
    evidence: [
      evidence(`Consul/${item.slot.name}`, endpoint, value, member.probedAt),
    ],
  };
}

function notAnswering(item: IdentityCase, member: MemberView): Verdict {
  const why = member.error ?? 'It gave no answer.';
  return verdictOn(
    item,
    member,
    {
      state: 'unknown',
      reason: 'MemberUnknown',
      sentence: `Not known what its Consul server is doing: ${why}`,
    },
    'probe',
    why,
  );
}

function notAlive(item: IdentityCase, member: MemberView): Verdict {
  const name = item.context.set.app.endpoint?.container;
  const container = item.slot.pod?.containers.find(
    candidate => candidate.name === name,
  );
  const running = timeSince(item.context, container?.startedAt) ?? Infinity;
  const fresh = running < THRESHOLDS.memberFailed;
  return verdictOn(
    item,
    member,
    {
      state: fresh ? 'healing' : 'needs-person',
      reason: 'MemberFailed',
      sentence: fresh
        ? `The other servers still see it as ${member.gossip}; its container has just started.`
        : `The other servers see it as ${member.gossip} although its pod runs: look at its log and its network.`,
    },
    '/v1/agent/members',
    member.gossip,
  );
}

function notFound(item: IdentityCase, member: MemberView): Verdict {
  return verdictOn(
    item,
    member,
    {
      state: 'healing',
      reason: 'Rejoining',
      sentence:
        'Its server is back at a new address that the others do not know yet.',
    },
    '/v1/agent/members',
    member.error ?? member.gossip,
  );
}

/** What an identity's Consul server is to the others: in gossip first, then in raft. @internal */
export const checkMember: Check<IdentityCase> = item => {
  const { member } = item.view;
  if (!item.consul || !member) return undefined;
  const answered = item.consul.views.some(view => view.slot === item.slot);
  if (!answered) return notAnswering(item, member);
  const raft = checkRaftMember(item);
  if (raft?.state === 'needs-person') return raft;
  if (['failed', 'left', 'leaving'].includes(member.gossip)) {
    return notAlive(item, member);
  }
  if (raft) return raft;
  if (member.gossip === 'unknown' && member.seenAliveBy?.length === 0) {
    return notFound(item, member);
  }
  return member.raft === 'unknown' ? notAnswering(item, member) : undefined;
};
