import { ScopedClock } from '../../clock/ScopedClock';
import { Random } from '../../types';
import { AgentLog } from './AgentLog';
import { DataDirectory } from './DataDirectory';
import { RaftServer } from './Raft';
import { RaftPeer } from './RaftPeer';

/** What a raft server needs of the agent around it. @public */
export interface RaftDependencies {
  id: string;
  address: string;
  clock: ScopedClock;
  random: Random;
  log: AgentLog;
  disk: DataDirectory;
  /** The raft of another server, where it answers. */
  peer(server: RaftServer): RaftPeer | undefined;
  /** Whether nothing answers at an address, not even a refusal. */
  isSilent(address: string): boolean;
  onLeadership(gained: boolean): void;
  onNewLeader(leader: { id: string; address: string }): void;
}
