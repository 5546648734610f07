import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useText } from '../../hooks/useText';
import { failureModel } from '../../viewModel/failureModel';
import { visibleText } from '../../viewModel/visibleText';
import { StateMessage } from './StateMessage';

/** What could not be loaded, why, and what to do next. */
export function Failed(props: { error: Error; onRetry?: () => void }) {
  const t = useText();
  const failure = failureModel(props.error, t);
  return (
    <StateMessage
      role="alert"
      tone={failure.kind === 'not-allowed' ? 'unknown' : 'bad'}
      title={failure.title}
    >
      <Typography paragraph>{failure.next}</Typography>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('failed.details')}: {visibleText(failure.details)}
      </Typography>
      {props.onRetry ? (
        <Button variant="outlined" color="primary" onClick={props.onRetry}>
          {t('failed.retry')}
        </Button>
      ) : (
        <Typography variant="body2">{t('failed.retrying')}</Typography>
      )}
    </StateMessage>
  );
}
