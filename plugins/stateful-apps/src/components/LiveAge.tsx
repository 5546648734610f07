import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import { LiveState } from '../hooks/live/LiveState';
import { useNow } from '../hooks/useNow';
import { useText } from '../hooks/useText';
import { liveText } from '../viewModel/liveText';
import { toneColor } from './useToneStyles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      fontFamily: theme.typography.fontFamily,
      fontSize: '0.8125rem',
      fontVariantNumeric: 'tabular-nums',
      color: toneColor('quiet', theme),
    },
    trouble: { color: toneColor('warn', theme) },
    dot: { width: 8, height: 8, borderRadius: '50%', flex: 'none' },
    live: { backgroundColor: toneColor('good', theme) },
    lost: { border: '2px solid currentColor' },
  }),
  { name: 'StatefulAppsLiveAge' },
);

/** How old the data are and whether they are followed live. */
export function LiveAge(props: { state: LiveState<unknown> }) {
  const { state } = props;
  const classes = useStyles();
  const t = useText();
  const text = useNow(now => liveText(state, now, t));
  const isLive = state.status === 'live';
  const isTrouble = state.status === 'stale' || state.status === 'reconnecting';
  if (!text) return null;
  return (
    <span
      className={classNames(classes.root, { [classes.trouble]: isTrouble })}
    >
      <span>{text}</span>{' '}
      {isLive && state.transport === 'stream' && (
        <span>· {t('live.live')}</span>
      )}
      {isLive && state.transport === 'polling' && (
        <span title={t('live.pollingWhy')}>· {t('live.polling')}</span>
      )}
      <span
        className={classNames(
          classes.dot,
          isLive ? classes.live : classes.lost,
        )}
        aria-hidden
      />
    </span>
  );
}
