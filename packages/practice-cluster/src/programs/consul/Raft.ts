import { StateCommand, StateData } from './StateData';

/** @public */
export interface RaftServer {
  id: string;
  /** `ip:8300`. */
  address: string;
  voter: boolean;
}

/** @public */
export type RaftState = 'Follower' | 'Candidate' | 'Leader' | 'Shutdown';

/** @public */
export type ConfigurationChange =
  | { kind: 'add'; server: RaftServer }
  | { kind: 'promote'; id: string }
  | { kind: 'remove'; id: string };

/** @public */
export type ApplyOutcome = 'done' | 'refused' | 'no-leader';

/**
 * One server's part in the consensus, as the rest of the server sees it. All
 * that the agent, autopilot and the HTTP API know of raft passes here, so that
 * what stands behind it can be replaced.
 *
 * @public
 */
export interface Raft {
  readonly id: string;
  readonly state: RaftState;
  readonly term: number;
  readonly lastIndex: number;
  readonly lastTerm: number;
  readonly commitIndex: number;
  readonly configuration: readonly RaftServer[];
  /** What the log has made so far. */
  readonly data: StateData;
  /** Whether a leader was heard since the process started. */
  readonly hasHeardLeader: boolean;
  leader(): { id: string; address: string } | undefined;
  /** Milliseconds since the leader was heard: 0 on the leader, undefined when never. */
  lastContactMs(): number | undefined;
  /** On the leader: milliseconds since `id` answered. */
  contactMs(id: string): number | undefined;
  /** On the leader: last index that `id` has. */
  indexOf(id: string): number | undefined;
  /** The first configuration; only where there is no log. */
  bootstrap(servers: readonly RaftServer[]): void;
  /** On the leader: appends and commits. */
  apply(command: StateCommand): ApplyOutcome;
  /** On the leader; false without a quorum. */
  change(change: ConfigurationChange): boolean;
  /** Hands leadership to the voter that is furthest on; false when there is none. */
  transferLeadership(): boolean;
  shutdown(): void;
}
