import { MemberView } from '../../model';
import { RosterEntry } from './RosterEntry';
import { ServerView } from './ServerView';

/** What the views together say, as far as one member needs it. @internal */
export interface MemberSurroundings {
  leader?: RosterEntry;
  alive: ReadonlyMap<RosterEntry, boolean | undefined>;
  /** Whether the raft configuration is known at all. */
  hasConfiguration: boolean;
  /** Autopilot's health as the leader tells it. */
  leaderView?: ServerView;
}

function raftRole(
  entry: RosterEntry,
  view: ServerView | undefined,
  around: MemberSurroundings,
): MemberView['raft'] {
  if (entry === around.leader) return 'leader';
  if (!entry.raft && around.hasConfiguration) return 'none';
  if (!view) return 'unknown';
  if (!entry.raft && view.probe.peers?.length === 0) return 'none';
  switch (view.probe.raft?.state) {
    case 'Leader':
      return 'leader';
    case 'Follower':
      return 'follower';
    case 'Candidate':
      return 'candidate';
    default:
      return 'unknown';
  }
}

function addNumbers(
  member: MemberView,
  entry: RosterEntry,
  view: ServerView | undefined,
  around: MemberSurroundings,
) {
  const raft = view?.probe.raft;
  const autopilot = around.leaderView?.probe.autopilot?.servers.find(
    server => server.nodeId === entry.nodeId,
  );
  const lastIndex =
    raft?.lastLogIndex ?? autopilot?.lastIndex ?? entry.raft?.lastIndex;
  if (lastIndex !== undefined) member.lastIndex = lastIndex;
  const lastTerm = raft?.lastLogTerm ?? autopilot?.lastTerm;
  if (lastTerm !== undefined) member.lastTerm = lastTerm;
  const lastContactMs = raft?.lastContactMs ?? autopilot?.lastContactMs;
  if (lastContactMs !== undefined) member.lastContactMs = lastContactMs;
}

/** One Consul node as people see it. @internal */
export function memberView(
  entry: RosterEntry,
  view: ServerView | undefined,
  around: MemberSurroundings,
): MemberView {
  const { status, seenAliveBy, disagreement } = entry.gossip;
  const podIP = entry.slot?.pod?.podIP;
  // Gossip goes on to call it alive for seconds after its pod is gone.
  const gone = around.alive.get(entry) === false && status === 'alive';
  const elsewhere =
    podIP !== undefined &&
    entry.address !== undefined &&
    entry.address !== podIP;
  const member: MemberView = {
    name: entry.name,
    role: entry.role,
    gossip: elsewhere || gone ? 'unknown' : status,
  };
  if (entry.slot) member.pod = entry.slot.name;
  const address = podIP ?? entry.address;
  if (address) member.address = address;
  if (entry.nodeId) member.nodeId = entry.nodeId;
  if (entry.role === 'server') {
    member.raft = raftRole(entry, view, around);
    if (entry.raft) member.voter = entry.raft.voter;
    else if (around.hasConfiguration) member.voter = false;
    addNumbers(member, entry, view, around);
  }
  if (entry.build) member.build = entry.build;
  member.seenAliveBy = elsewhere ? [] : seenAliveBy;
  let error = disagreement ?? view?.probe.errors[0]?.message;
  if (gone) {
    error = 'Its pod is gone; the servers have not noticed yet.';
  }
  if (elsewhere) {
    error = `The servers know it at ${entry.address}, its pod has ${podIP}.`;
  }
  if (error) member.error = error;
  if (view) member.probedAt = view.probe.at;
  return member;
}
