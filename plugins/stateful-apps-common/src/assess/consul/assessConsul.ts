import { MemberView, QuorumView } from '../../model';
import { AssessContext, isLive, whyUnknown } from '../context';
import { askedView } from './askedView';
import { buildRoster } from './buildRoster';
import { findLeader, LeaderFinding } from './findLeader';
import { isAlive } from './isAlive';
import { memberView } from './memberView';
import { quorumView } from './quorumView';
import { raftConfiguration } from './raftConfiguration';
import { RosterEntry } from './RosterEntry';
import { ServerView } from './ServerView';

/** Consul as a whole: members, leader, quorum. @internal */
export interface ConsulFinding {
  views: readonly ServerView[];
  /** Members by the ordinal of the identity that runs them. */
  members: ReadonlyMap<number, MemberView>;
  others: MemberView[];
  leader: LeaderFinding;
  quorum: QuorumView;
  /** More voters are gone than writes allow. */
  quorumLost: boolean;
  /** Voters that are not alive, be they of the set or not. */
  deadVoters: readonly RosterEntry[];
  /** All servers that answer are empty: no raft configuration, no peers, no log. */
  empty: boolean;
}

function isEmpty({ probe }: ServerView): boolean {
  return (
    !probe.raftServers?.length &&
    probe.peers?.length === 0 &&
    (probe.raft?.lastLogIndex ?? 0) === 0
  );
}

function whyNoConfiguration(
  context: AssessContext,
  views: readonly ServerView[],
): string {
  const { probingOff } = context.inputs;
  if (!isLive(context, 'pods')) return whyUnknown(context, 'pods');
  if (probingOff) return probingOff.replace(/\.$/, '');
  if (views.length === 0) return 'no server could be asked';
  if (views.every(isEmpty)) return 'no server has a raft configuration yet';
  const error = views
    .flatMap(view => view.probe.errors)
    .find(item => item.endpoint.includes('/raft/configuration'));
  return error
    ? error.message.replace(/\.$/, '')
    : 'no server tells the raft configuration';
}

/** A member of an identity that no view knows: not asked, or not in gossip. */
function unknownMember(name: string, why: string): MemberView {
  return {
    name,
    pod: name,
    role: 'server',
    gossip: 'unknown',
    raft: 'unknown',
    error: why,
  };
}

/** @internal */
export function assessConsul(context: AssessContext): ConsulFinding {
  const views: ServerView[] = [];
  const reasons = new Map<number, string>();
  for (const slot of context.slots) {
    if (!slot.pod) continue;
    const { view, why } = askedView(context, slot);
    if (view) views.push(view);
    else reasons.set(slot.ordinal, why);
  }
  const configuration = raftConfiguration(views);
  const roster = buildRoster(context, views, configuration);
  const alive = new Map(
    roster.map(entry => [entry, isAlive(context, views, entry)] as const),
  );
  const leader = findLeader(views, roster, alive);
  const quorum = quorumView(
    // Without the pods of now nobody can tell which servers are alive.
    isLive(context, 'pods') ? roster : [],
    alive,
    leader,
    whyNoConfiguration(context, views),
  );

  const members = new Map<number, MemberView>();
  const others: MemberView[] = [];
  const around = {
    leader: leader.entry,
    alive,
    hasConfiguration: configuration !== undefined,
    leaderView: views.find(view => view.slot === leader.entry?.slot),
  };
  for (const entry of roster) {
    const view = views.find(item => item.slot === entry.slot);
    const member = memberView(entry, view, around);
    if (!entry.slot) {
      others.push(member);
      continue;
    }
    const why = reasons.get(entry.slot.ordinal);
    members.set(entry.slot.ordinal, why ? { ...member, error: why } : member);
  }
  for (const [ordinal, why] of reasons) {
    const name = `${context.set.name}-${ordinal}`;
    if (!members.has(ordinal)) members.set(ordinal, unknownMember(name, why));
  }
  others.sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    views,
    members,
    others,
    leader,
    quorum: quorum.view,
    quorumLost: quorum.lost,
    deadVoters: quorum.dead,
    empty: views.length > 0 && views.every(isEmpty),
  };
}
