import { Header, Page } from '@backstage/core-components';
import { Fleet } from '../components/fleet/Fleet';
import { useText } from '../hooks/useText';

/** The fleet with the page and the header that the new frontend system brings by itself. */
export function LegacyFleetPage() {
  const t = useText();
  return (
    <Page themeId="tool">
      <Header title={t('title')} />
      <Fleet />
    </Page>
  );
}
