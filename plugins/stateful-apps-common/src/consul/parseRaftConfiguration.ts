import { ConsulProbe, RaftServerFacts } from '../model';
import { asInteger, asList, asRecord, asText } from '../raw';

const SERVERS = 1000;

function parseServer(value: unknown): RaftServerFacts | undefined {
  const server = asRecord(value);
  const nodeId = asText(server?.ID, 256);
  const address = asText(server?.Address, 256);
  if (!server || !nodeId || !address) return undefined;
  const lastIndex = asInteger(server.LastIndex);
  return {
    nodeId,
    node: asText(server.Node, 256) ?? '(unknown)',
    address,
    voter: server.Voter === true,
    leader: server.Leader === true,
    ...(lastIndex !== undefined && { lastIndex }),
  };
}

/**
 * `operator/raft/configuration`. One server that cannot be read makes the
 * whole answer unreadable: a quorum must not be counted from a part of it.
 *
 * @internal
 */
export function parseRaftConfiguration(
  value: unknown,
): Pick<ConsulProbe, 'raftServers'> | undefined {
  const servers = asRecord(value)?.Servers;
  if (!Array.isArray(servers) || servers.length > SERVERS) return undefined;
  const raftServers: RaftServerFacts[] = [];
  for (const item of asList(servers, SERVERS)) {
    const server = parseServer(item);
    if (!server) return undefined;
    raftServers.push(server);
  }
  return { raftServers };
}
