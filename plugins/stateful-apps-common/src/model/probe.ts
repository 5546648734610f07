/**
 * What one member said when it was asked. Each part is parsed and limited at
 * the edge; a part that could not be had says why instead.
 */

/** Why something could not be had from a member. @public */
export type ProbeErrorKind =
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'forbidden'
  | 'acl'
  | 'tls'
  | 'no-leader'
  | 'malformed'
  | 'too-large'
  | 'failed';

/** @public */
export interface ProbeError {
  kind: ProbeErrorKind;
  /** What was asked, for example `GET /v1/status/leader`. */
  endpoint: string;
  /** One sentence: what failed and what to do next. */
  message: string;
}

/** One line of `consul members`, as one agent sees it. @public */
export interface ConsulMemberFacts {
  name: string;
  address: string;
  port: number;
  status: 'alive' | 'leaving' | 'left' | 'failed' | 'none';
  /** Tag `role`: `consul` for servers, `node` for clients. */
  role: 'server' | 'client';
  /** Tag `id`. */
  nodeId?: string;
  build?: string;
  datacenter?: string;
}

/** One line of the raft configuration, as one server has it. @public */
export interface RaftServerFacts {
  nodeId: string;
  /** `(unknown)` where the server that was asked has no name for it. */
  node: string;
  /** `ip:port` of the raft transport. */
  address: string;
  voter: boolean;
  leader: boolean;
  /** Last log index that this server has, where the answer tells. */
  lastIndex?: number;
}

/** One server's line in autopilot's health. @public */
export interface AutopilotServerFacts {
  nodeId: string;
  healthy: boolean;
  voter: boolean;
  leader: boolean;
  /** Milliseconds since the leader's last contact; left out where it is unknown. */
  lastContactMs?: number;
  lastTerm?: number;
  lastIndex?: number;
  stableSince?: string;
}

/** Numbers from `agent/self`, `Stats.raft`. @public */
export interface RaftStatsFacts {
  state: 'Leader' | 'Follower' | 'Candidate' | 'Shutdown' | 'Unknown';
  term?: number;
  lastLogIndex?: number;
  lastLogTerm?: number;
  commitIndex?: number;
  appliedIndex?: number;
  numPeers?: number;
  /** Milliseconds; 0 on the leader, left out when never contacted. */
  lastContactMs?: number;
}

/** The view that one Consul server has. @public */
export interface ConsulProbe {
  kind: 'consul';
  podUid: string;
  /** When the answers came, ISO 8601. */
  at: string;
  /** `ip:port`, `''` when the server knows no leader. */
  leader?: string;
  /** Raft addresses as this server has them. */
  peers?: string[];
  members?: ConsulMemberFacts[];
  /** `agent/self`. */
  nodeId?: string;
  nodeName?: string;
  build?: string;
  datacenter?: string;
  raft?: RaftStatsFacts;
  /** `operator/raft/configuration?stale`. */
  raftServers?: RaftServerFacts[];
  /** `operator/autopilot/health`; absent without a leader. */
  autopilot?: {
    healthy: boolean;
    failureTolerance: number;
    servers: AutopilotServerFacts[];
  };
  errors: ProbeError[];
}

/** What one web server answered on `/`. @public */
export interface WebProbe {
  kind: 'web';
  podUid: string;
  at: string;
  status?: number;
  /** Text of `<title>`, cut to 120 characters. */
  title?: string;
  contentType?: string;
  /** SHA-256 of the body, hexadecimal; the body itself is not kept. */
  sha256?: string;
  bytes?: number;
  errors: ProbeError[];
}

/** @public */
export type MemberProbe = ConsulProbe | WebProbe;
