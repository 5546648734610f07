import { ClusterHealth } from './Autopilot';
import { Gossip } from './Gossip';
import { Raft } from './Raft';
import { RaftPeer } from './RaftPeer';

/** A server, as other agents reach it on port 8300. @public */
export interface ServerPeer {
  readonly raft: (Raft & RaftPeer) | undefined;
  readonly gossip: Gossip;
  /** Raft addresses of its configuration. */
  raftPeers(): readonly string[];
  /** Autopilot's view; undefined unless it leads. */
  health(): ClusterHealth | undefined;
}
