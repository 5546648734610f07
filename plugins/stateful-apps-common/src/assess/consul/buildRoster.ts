import { ConsulMemberFacts } from '../../model';
import { AssessContext } from '../context';
import { AgreedGossip, agreedGossip } from './agreedGossip';
import { RaftConfiguration } from './raftConfiguration';
import { RosterEntry } from './RosterEntry';
import { ServerView } from './ServerView';

/** Stands until all views are laid side by side. */
const NO_GOSSIP: AgreedGossip = { status: 'unknown', seenAliveBy: [] };

function newEntry(
  name: string,
  role: RosterEntry['role'],
  nodeId: string | undefined,
): RosterEntry {
  const entry: RosterEntry = {
    name,
    role,
    statuses: new Map(),
    gossip: NO_GOSSIP,
  };
  if (nodeId) entry.nodeId = nodeId;
  return entry;
}

function hostOf(address: string): string {
  return address.slice(0, address.lastIndexOf(':'));
}

function addMember(
  roster: Map<string, RosterEntry>,
  ordinal: number,
  member: ConsulMemberFacts,
) {
  const key = member.nodeId ?? `${member.name} ${member.address}`;
  let entry = roster.get(key);
  if (!entry) {
    entry = newEntry(member.name, member.role, member.nodeId);
    roster.set(key, entry);
  }
  entry.statuses.set(ordinal, member.status);
  // Those who see it alive know its present address.
  if (entry.address === undefined || member.status === 'alive') {
    entry.address = member.address;
  }
  if (member.build) entry.build = member.build;
}

function addSelf(roster: Map<string, RosterEntry>, view: ServerView) {
  const { nodeId, nodeName, build } = view.probe;
  if (!nodeId) return;
  let entry = roster.get(nodeId);
  if (!entry) {
    entry = newEntry(nodeName ?? view.slot.name, 'server', nodeId);
    roster.set(nodeId, entry);
  }
  if (build) entry.build = build;
  entry.slot = view.slot;
}

/** Where a server does not tell its node id, its pod's address tells who it is. */
function joinByAddress(context: AssessContext, roster: RosterEntry[]) {
  const taken = new Set(roster.map(entry => entry.slot));
  for (const slot of context.slots) {
    const ip = slot.pod?.podIP;
    if (!ip || taken.has(slot)) continue;
    const entry = roster.find(
      item => !item.slot && item.name === slot.name && item.address === ip,
    );
    if (entry) entry.slot = slot;
  }
}

/**
 * Lays the views side by side: one entry for each node that gossip, raft or a
 * server itself knows of, joined to the identity whose present pod runs it, by
 * node id, else by name and address. A node of an earlier pod stays without
 * an identity.
 *
 * @internal
 */
export function buildRoster(
  context: AssessContext,
  views: readonly ServerView[],
  configuration: RaftConfiguration | undefined,
): RosterEntry[] {
  const roster = new Map<string, RosterEntry>();
  for (const { slot, probe } of views) {
    for (const member of probe.members ?? []) {
      addMember(roster, slot.ordinal, member);
    }
  }
  for (const view of views) addSelf(roster, view);
  for (const server of configuration?.servers ?? []) {
    let entry = roster.get(server.nodeId);
    if (!entry) {
      entry = newEntry(server.node, 'server', server.nodeId);
      entry.address = hostOf(server.address);
      roster.set(server.nodeId, entry);
    }
    entry.raft = server;
  }
  const entries = [...roster.values()];
  joinByAddress(context, entries);
  const led = new Set(
    views.filter(view => view.probe.leader).map(view => view.slot.ordinal),
  );
  for (const entry of entries) {
    entry.gossip = agreedGossip(entry.statuses, entry.slot?.ordinal, led);
  }
  return entries;
}
