import { ClaimView } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../hooks/useText';
import { claimRows } from '../viewModel/claimRows';
import { Section } from './Section';
import { SmallTable } from './SmallTable';

/** Claims of ordinals that no longer exist. */
export function LeftoverClaims(props: { claims: ClaimView[] }) {
  const t = useText();
  if (props.claims.length === 0) return null;
  return (
    <Section
      title={t('board.leftovers.title')}
      description={t('board.leftovers.description')}
    >
      <SmallTable
        label={t('board.leftovers.title')}
        columns={[
          t('board.leftovers.claim'),
          t('board.leftovers.phase'),
          t('board.leftovers.size'),
          t('board.leftovers.storageClass'),
          t('board.leftovers.pinned'),
        ]}
        rows={claimRows(props.claims, t)}
      />
    </Section>
  );
}
