import { Progress } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { AppView } from '@stateful-apps/backstage-plugin-common';
import { useState } from 'react';
import { useHistory } from '../hooks/useHistory';
import { useText } from '../hooks/useText';
import { historyRows } from '../viewModel/historyRows';
import { Section } from './Section';
import { SmallTable } from './SmallTable';

/** Which pod gave way to which; loaded when it is unfolded. */
export function History(props: { view: AppView }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t('board.history.title')}
      description={t('board.history.description')}
    >
      <Button
        size="small"
        color="primary"
        style={{ textTransform: 'none', marginLeft: -5 }}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? t('board.history.hide') : t('board.history.show')}
      </Button>
      {isOpen && <HistoryTable view={props.view} />}
    </Section>
  );
}

function HistoryTable({ view }: { view: AppView }) {
  const t = useText();
  const newest = view.identities
    .map(({ replaced }) => replaced?.at ?? '')
    .sort()
    .pop();
  const { value, error } = useHistory(view.ref, newest);
  if (error) {
    const { message } = error;
    return (
      <Alert severity="error">{t('board.history.failed', { message })}</Alert>
    );
  }
  if (!value) return <Progress />;
  if (value.items.length === 0) {
    return <Typography variant="body2">{t('board.history.none')}</Typography>;
  }
  return (
    <SmallTable
      label={t('board.history.title')}
      columns={[
        t('board.history.identity'),
        t('board.history.at'),
        t('board.history.pods'),
        t('board.history.claim'),
        t('board.history.nodeId'),
      ]}
      rows={historyRows(value, view.ref.name, t)}
    />
  );
}
