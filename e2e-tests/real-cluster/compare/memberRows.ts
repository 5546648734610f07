import { MemberView } from '@stateful-apps/backstage-plugin-common';
import { MemberLine, PeerLine } from '../truth/ConsulTruth';
import { Row } from './Row';

/** One member as Consul's own command line has it. */
export interface MemberTruth {
  member: MemberLine;
  /** Its line in the raft configuration, if it has one. */
  peer?: PeerLine;
}

/** One Consul member. */
export const memberRows: Array<Row<MemberView, MemberTruth>> = [
  {
    field: 'address',
    ours: view => view.address?.replace(/:\d+$/, ''),
    truth: ({ member }) => member.ip,
  },
  {
    field: 'gossip',
    ours: view => view.gossip,
    // Servers may disagree for a while: what one of them says is not wrong.
    truth: ({ member }, { gossip }) =>
      member.statuses.find(status => status === gossip) ?? member.statuses,
  },
  {
    field: 'role',
    ours: view => view.role,
    truth: ({ member }) => member.role,
  },
  {
    field: 'node id',
    ours: view => view.nodeId,
    truth: ({ member }) => member.nodeId,
  },
  {
    field: 'build',
    ours: view => view.build,
    truth: ({ member }) => member.build,
  },
  {
    field: 'voter',
    ours: view => view.voter ?? false,
    truth: ({ peer }) => peer?.voter ?? false,
  },
  {
    field: 'raft',
    ours: view => view.raft ?? 'none',
    truth: ({ peer }) => peer?.state ?? 'none',
  },
];
