import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { useText } from '../../hooks/useText';
import { visibleText } from '../../viewModel/visibleText';

/** The app was there, and is no more. */
export function Gone(props: {
  app: AppRef;
  reason: string;
  isLastSeenBelow: boolean;
}) {
  const t = useText();
  return (
    <Alert severity="warning" square>
      <AlertTitle>{t('gone.title', { app: props.app.name })}</AlertTitle>
      <Typography variant="body2">{visibleText(props.reason)}</Typography>
      {props.isLastSeenBelow && (
        <Typography variant="body2">{t('gone.description')}</Typography>
      )}
    </Alert>
  );
}
