import { ConsulProbe, RaftStatsFacts } from '../model';
import { asRecord, asText } from '../raw';
import { parseBuild } from './parseBuild';
import { parseGoDuration } from './parseGoDuration';

const STATES = ['Leader', 'Follower', 'Candidate', 'Shutdown'] as const;
const WHOLE_NUMBER = /^\d{1,15}$/;

/** `Stats` holds its numbers as texts. */
function readNumber(value: unknown): number | undefined {
  return typeof value === 'string' && WHOLE_NUMBER.test(value)
    ? Number(value)
    : undefined;
}

function parseRaft(value: unknown): RaftStatsFacts | undefined {
  const stats = asRecord(value);
  if (!stats) return undefined;
  const raft: RaftStatsFacts = {
    state: STATES.find(state => state === stats.state) ?? 'Unknown',
  };
  const numbers = {
    term: readNumber(stats.term),
    lastLogIndex: readNumber(stats.last_log_index),
    lastLogTerm: readNumber(stats.last_log_term),
    commitIndex: readNumber(stats.commit_index),
    appliedIndex: readNumber(stats.applied_index),
    numPeers: readNumber(stats.num_peers),
    lastContactMs: parseGoDuration(stats.last_contact),
  };
  for (const key of Object.keys(numbers) as Array<keyof typeof numbers>) {
    if (numbers[key] !== undefined) raft[key] = numbers[key];
  }
  return raft;
}

/** `agent/self`: who this server is, and its raft numbers. @internal */
export function parseSelf(
  value: unknown,
):
  | Pick<ConsulProbe, 'nodeId' | 'nodeName' | 'build' | 'datacenter' | 'raft'>
  | undefined {
  const self = asRecord(value);
  const config = asRecord(self?.Config);
  const nodeId = asText(config?.NodeID, 256);
  if (!self || !nodeId) return undefined;
  const nodeName = asText(config?.NodeName, 256);
  const build = parseBuild(config?.Version);
  const datacenter = asText(config?.Datacenter, 256);
  const raft = parseRaft(asRecord(self.Stats)?.raft);
  return {
    nodeId,
    ...(nodeName && { nodeName }),
    ...(build && { build }),
    ...(datacenter && { datacenter }),
    ...(raft && { raft }),
  };
}
