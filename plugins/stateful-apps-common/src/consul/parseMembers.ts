import { ConsulMemberFacts, ConsulProbe } from '../model';
import { asInteger, asList, asRecord, asText } from '../raw';
import { parseBuild } from './parseBuild';

const MEMBERS = 1000;
/** Serf's numbers. */
const STATUSES = ['none', 'alive', 'leaving', 'left', 'failed'] as const;

function parseMember(value: unknown): ConsulMemberFacts | undefined {
  const member = asRecord(value);
  const name = asText(member?.Name, 256);
  const address = asText(member?.Addr, 256);
  if (!member || !name || !address) return undefined;
  const tags = asRecord(member.Tags);
  const facts: ConsulMemberFacts = {
    name,
    address,
    port: asInteger(member.Port) ?? 0,
    status: STATUSES[asInteger(member.Status) ?? 0] ?? 'none',
    role: tags?.role === 'consul' ? 'server' : 'client',
  };
  const nodeId = asText(tags?.id, 256);
  if (nodeId) facts.nodeId = nodeId;
  const build = parseBuild(tags?.build);
  if (build) facts.build = build;
  const datacenter = asText(tags?.dc, 256);
  if (datacenter) facts.datacenter = datacenter;
  return facts;
}

/** `agent/members`: what this server's gossip knows, at most 1000 members. @internal */
export function parseMembers(
  value: unknown,
): Pick<ConsulProbe, 'members'> | undefined {
  if (!Array.isArray(value)) return undefined;
  return {
    members: asList(value, MEMBERS).flatMap(item => parseMember(item) ?? []),
  };
}
