import { ConsulMemberFacts, RaftServerFacts } from '../../model';
import { IdentitySlot } from '../context';
import { AgreedGossip } from './agreedGossip';

/** Everything that the views say about one Consul node. @internal */
export interface RosterEntry {
  nodeId?: string;
  name: string;
  /** Address in gossip, without the port. */
  address?: string;
  role: 'server' | 'client';
  build?: string;
  /** Gossip status by the ordinal of the server that says so. */
  statuses: Map<number, ConsulMemberFacts['status']>;
  gossip: AgreedGossip;
  /** Its line in the raft configuration. */
  raft?: RaftServerFacts;
  /** Identity whose present pod runs it. */
  slot?: IdentitySlot;
}
