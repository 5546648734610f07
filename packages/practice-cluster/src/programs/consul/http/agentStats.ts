import type { Agent } from '../Agent';
import { CONSUL_VERSION } from '../consulVersion';
import { describeServers } from '../describeServers';

type Section = Record<string, string>;

/** The numbers that `consul info` and `agent/self` show. @public */
export function agentStats(agent: Agent): Record<string, Section> {
  const members = agent.gossip.members();
  const count = (status: string) =>
    String(members.filter(member => member.status === status).length);
  const isLeader = agent.raft?.state === 'Leader';
  return {
    agent: { check_monitors: '0', check_ttls: '0', checks: '0', services: '0' },
    build: {
      prerelease: '',
      revision: '',
      version: CONSUL_VERSION,
      version_metadata: '',
    },
    consul: {
      acl: 'disabled',
      ...(agent.raft
        ? {
            bootstrap: 'false',
            known_datacenters: '1',
            leader: String(isLeader),
            leader_addr: agent.raft.leader()?.address ?? '',
            server: 'true',
          }
        : {
            known_servers: String(
              members.filter(({ tags }) => tags.role === 'consul').length,
            ),
            server: 'false',
          }),
    },
    ...(agent.raft ? { raft: raftStats(agent) } : {}),
    runtime: { arch: 'amd64', os: 'linux' },
    serf_lan: {
      encrypted: 'false',
      failed: count('failed'),
      left: count('left'),
      members: String(members.length),
    },
  };
}

function raftStats({ raft, nodeId }: Agent): Section {
  if (!raft) return {};
  const isMember = raft.configuration.some(({ id }) => id === nodeId);
  const others = raft.configuration.filter(
    ({ id, voter }) => voter && id !== nodeId,
  );
  return {
    applied_index: String(raft.commitIndex),
    commit_index: String(raft.commitIndex),
    fsm_pending: '0',
    last_contact: contact(raft.lastContactMs()),
    last_log_index: String(raft.lastIndex),
    last_log_term: String(raft.lastTerm),
    last_snapshot_index: '0',
    last_snapshot_term: '0',
    latest_configuration: describeServers(raft.configuration),
    latest_configuration_index: '0',
    num_peers: String(isMember ? others.length : 0),
    protocol_version: '3',
    protocol_version_max: '3',
    protocol_version_min: '0',
    snapshot_version_max: '1',
    snapshot_version_min: '0',
    state: raft.state,
    term: String(raft.term),
  };
}

function contact(ms: number | undefined): string {
  if (ms === undefined) return 'never';
  return ms === 0 ? '0' : `${ms}ms`;
}
