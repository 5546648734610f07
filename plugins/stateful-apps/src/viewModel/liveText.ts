import { LiveState } from '../hooks/live/LiveState';
import { formatAge } from './formatAge';
import { Translate } from '../Translate';

/** How current the data are, in words; empty before there are any. */
export function liveText(
  state: LiveState<unknown>,
  now: number,
  t: Translate,
): string {
  switch (state.status) {
    case 'live':
      return t('live.asOf', { age: formatAge(now - state.provenAt, t) });
    case 'stale':
      return t('live.stale', { age: formatAge(now - state.provenAt, t) });
    case 'reconnecting':
      return t('live.reconnecting', {
        age: formatAge(now - state.provenAt, t),
        message: state.error.message,
      });
    case 'paused':
      return t('live.paused');
    case 'gone':
      return t('live.gone');
    default:
      return '';
  }
}
