import { RaftServer } from './Raft';
import { StateData } from './StateData';

/** Log position of a server that asks for votes. @public */
export interface VoteRequest {
  candidate: string;
  term: number;
  lastIndex: number;
  lastTerm: number;
  /** Only asks whether it would be granted. */
  pre: boolean;
  /** The leader itself asked the candidate to take over. */
  transfer: boolean;
}

/** @public */
export interface VoteAnswer {
  granted: boolean;
  /** Of the server that was asked; a candidate with an older one takes it over. */
  term: number;
}

/** What a leader has, as a whole. @public */
export interface AppendRequest {
  leader: string;
  leaderAddress: string;
  term: number;
  lastIndex: number;
  lastTerm: number;
  configuration: readonly RaftServer[];
  data: StateData;
}

/** What raft servers ask of each other on port 8300. @public */
export interface RaftPeer {
  readonly id: string;
  requestVote(request: VoteRequest): VoteAnswer;
  /** False when the sender's term is over. */
  append(request: AppendRequest): boolean;
  timeoutNow(): void;
}
