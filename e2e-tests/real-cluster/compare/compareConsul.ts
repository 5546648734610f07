import { AppView, MemberView } from '@stateful-apps/backstage-plugin-common';
import { ConsulTruth, MemberLine } from '../truth/ConsulTruth';
import { memberRows } from './memberRows';
import { add, compareRows, compareSets, Comparison, Row } from './Row';

const quorumRows: Array<Row<AppView, ConsulTruth>> = [
  {
    field: 'leader',
    ours: view => view.quorum?.leader,
    truth: ({ peers }) => peers.find(({ state }) => state === 'leader')?.name,
  },
  {
    field: 'voters',
    ours: view => view.quorum?.voters,
    truth: ({ peers }) => voters(peers).length,
  },
  {
    field: 'alive voters',
    ours: view => view.quorum?.aliveVoters,
    truth: truth => aliveVoters(truth),
  },
  {
    field: 'needed',
    ours: view => view.quorum?.needed,
    truth: ({ peers }) => needed(peers),
  },
  {
    field: 'can lose',
    ours: view => view.quorum?.canLose,
    truth: truth => Math.max(0, aliveVoters(truth) - needed(truth.peers)),
  },
];

/** Members and quorum against Consul's own command line. */
export function compareConsul(view: AppView, truth: ConsulTruth): Comparison {
  const total = compareRows('quorum', quorumRows, view, truth);
  const ours = new Map<string, MemberView>();
  for (const { member } of view.identities) {
    if (member) ours.set(member.name, member);
  }
  for (const member of view.otherMembers) ours.set(member.name, member);
  const lines = new Map(truth.members.map(line => [line.name, line]));
  return add(
    total,
    compareSets('members', ours, lines, (name, member, line: MemberLine) =>
      compareRows(`member ${name}`, memberRows, member, {
        member: line,
        peer: truth.peers.find(({ nodeId }) => nodeId === line.nodeId),
      }),
    ),
  );
}

function voters(peers: ConsulTruth['peers']) {
  return peers.filter(({ voter }) => voter);
}

function needed(peers: ConsulTruth['peers']): number {
  return Math.floor(voters(peers).length / 2) + 1;
}

function aliveVoters({ members, peers }: ConsulTruth): number {
  return voters(peers).filter(({ nodeId }) =>
    members.some(
      member => member.nodeId === nodeId && member.statuses.includes('alive'),
    ),
  ).length;
}
