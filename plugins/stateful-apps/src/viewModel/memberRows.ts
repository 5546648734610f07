import { MemberView } from '@stateful-apps/backstage-plugin-common';
import { Translate } from '../Translate';
import { visibleText } from './visibleText';

/** Members as rows of text, in the order of the columns of `consul members`. */
export function memberRows(
  members: MemberView[],
  t: Translate,
): Array<{ key: string; cells: string[] }> {
  return members.map(member => ({
    key: `${member.name}/${member.nodeId ?? member.address ?? ''}`,
    cells: [
      visibleText(member.name),
      visibleText(member.address ?? '–'),
      t(`board.member.gossipState.${member.gossip}`),
      t(`board.others.${member.role}`),
      visibleText(member.build ?? '–'),
      raftText(member, t),
    ],
  }));
}

function raftText(member: MemberView, t: Translate): string {
  if (member.role === 'client') return '–';
  const raft = t(`board.member.raft.${member.raft ?? 'unknown'}`);
  if (member.voter === undefined) return raft;
  return member.voter
    ? t('board.member.voter', { raft })
    : t('board.member.nonVoter', { raft });
}
