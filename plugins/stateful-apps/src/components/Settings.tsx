import { DetectedSetting } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../hooks/useText';
import { visibleText } from '../viewModel/visibleText';
import { Section } from './Section';
import { SmallTable } from './SmallTable';

/** The settings of the app that were found in its pod template. */
export function Settings(props: { settings: DetectedSetting[] }) {
  const t = useText();
  if (props.settings.length === 0) return null;
  return (
    <Section
      title={t('board.settings.title')}
      description={t('board.settings.description')}
    >
      <SmallTable
        label={t('board.settings.title')}
        columns={[
          t('board.settings.name'),
          t('board.settings.value'),
          t('board.settings.source'),
        ]}
        rows={props.settings.map(({ name, value, source }) => ({
          key: name,
          cells: [
            visibleText(name),
            visibleText(value),
            t(`board.settings.sources.${source}`),
          ],
        }))}
      />
    </Section>
  );
}
