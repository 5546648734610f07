import {
  IdentityView,
  MemberView,
} from '@stateful-apps/backstage-plugin-common';
import { Fact, Tone } from './Fact';
import { createFact } from './createFact';
import { Translate } from '../Translate';

/** What the Consul server of an identity is in raft and in gossip. */
export function memberFacts(identity: IdentityView, t: Translate): Fact[] {
  const { member } = identity;
  const object = `Consul/${identity.name}`;
  if (!member) {
    const source = { object, field: 'GET /v1/agent/self' };
    return [
      createFact('none', t('board.member.none'), source, { tone: 'unknown' }),
    ];
  }
  const at = member.probedAt;
  const quiet = { tone: 'quiet' as const };
  const facts = [raftFact(member, object, t)];
  if (member.lastIndex !== undefined) {
    const index = String(member.lastIndex);
    facts.push(
      createFact(
        'index',
        member.lastTerm === undefined
          ? t('board.member.indexOnly', { index })
          : t('board.member.indexAndTerm', {
              index,
              term: String(member.lastTerm),
            }),
        { object, field: 'Stats.raft.last_log_index, last_log_term', at },
        quiet,
      ),
    );
  }
  if (member.lastContactMs !== undefined && member.raft !== 'leader') {
    const milliseconds = String(member.lastContactMs);
    facts.push(
      createFact(
        'contact',
        t('board.member.lastContact', { milliseconds }),
        { object, field: 'Stats.raft.last_contact', at },
        quiet,
      ),
    );
  }
  if (member.gossip !== 'alive') {
    facts.push(
      createFact(
        'gossip',
        t('board.member.gossip', {
          gossip: t(`board.member.gossipState.${member.gossip}`),
        }),
        { object, field: 'GET /v1/agent/members', at },
        { tone: gossipTone(member.gossip) },
      ),
    );
  }
  if (member.nodeId) {
    facts.push(
      createFact(
        'nodeId',
        t('board.member.nodeId', { id: member.nodeId.slice(0, 8) }),
        { object, field: 'Config.NodeID', at },
        { ...quiet, detail: member.nodeId },
      ),
    );
  }
  if (member.build) {
    const source = { object, field: 'Member.Tags.build', at };
    facts.push(
      createFact(
        'build',
        t('board.member.build', { build: member.build }),
        source,
        quiet,
      ),
    );
  }
  if (member.error) {
    const source = { object, field: 'GET /v1/agent/self', at };
    facts.push(createFact('error', member.error, source, { tone: 'unknown' }));
  }
  return facts;
}

function raftFact(member: MemberView, object: string, t: Translate): Fact {
  const raft = member.raft ?? 'unknown';
  const name = t(`board.member.raft.${raft}`);
  const source = {
    object,
    field: 'Stats.raft.state, GET /v1/operator/raft/configuration',
    at: member.probedAt,
  };
  const tones: Record<typeof raft, Tone> = {
    leader: 'good',
    follower: 'plain',
    candidate: 'busy',
    none: 'warn',
    unknown: 'unknown',
  };
  if (member.voter === undefined || raft === 'none' || raft === 'unknown') {
    return createFact('raft', name, source, { tone: tones[raft] });
  }
  const text = member.voter
    ? t('board.member.voter', { raft: name })
    : t('board.member.nonVoter', { raft: name });
  return createFact('raft', text, source, {
    tone: member.voter ? tones[raft] : 'busy',
  });
}

function gossipTone(gossip: MemberView['gossip']): Tone {
  if (gossip === 'failed') return 'bad';
  return gossip === 'unknown' ? 'unknown' : 'warn';
}
