import { MemberView } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../hooks/useText';
import { memberRows } from '../viewModel/memberRows';
import { Section } from './Section';
import { SmallTable } from './SmallTable';

/** Members without an identity, as `consul members` lists them. */
export function OtherMembers(props: { members: MemberView[] }) {
  const t = useText();
  if (props.members.length === 0) return null;
  return (
    <Section
      title={t('board.others.title')}
      description={t('board.others.description')}
    >
      <SmallTable
        label={t('board.others.title')}
        columns={[
          t('board.others.node'),
          t('board.others.address'),
          t('board.others.status'),
          t('board.others.type'),
          t('board.others.build'),
          t('board.others.raft'),
        ]}
        rows={memberRows(props.members, t)}
      />
    </Section>
  );
}
