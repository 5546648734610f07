import { useText } from '../hooks/useText';
import { HeadlineModel } from '../viewModel/headlineModel';
import { SmallTable } from './SmallTable';

/** The facts that a verdict rests on. */
export function WhyTable(props: { evidence: HeadlineModel['evidence'] }) {
  const t = useText();
  return (
    <SmallTable
      label={t('board.whyShow', { count: props.evidence.length })}
      columns={[
        t('board.whyObject'),
        t('board.whyField'),
        t('board.whyValue'),
        t('board.whyAt'),
      ]}
      rows={props.evidence.map(({ key, object, field, value, at }) => ({
        key,
        cells: [object, field, value, at],
      }))}
    />
  );
}
