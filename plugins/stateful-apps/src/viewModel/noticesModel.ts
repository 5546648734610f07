import {
  AppView,
  ResourceFreshness,
} from '@stateful-apps/backstage-plugin-common';
import { formatTime } from './formatTime';
import { Translate } from '../Translate';
import { visibleText } from './visibleText';

/** One thing that could not be read, and why. */
export interface Notice {
  key: string;
  text: string;
}

/** Everything about an app that is not live, one sentence each. */
export function noticesModel(
  view: Pick<AppView, 'notLive' | 'probingOff' | 'usageUnknown'>,
  t: Translate,
): Notice[] {
  const notices = view.notLive.map(freshness => ({
    key: freshness.resource as string,
    text: visibleText(freshnessText(freshness, t)),
  }));
  if (view.probingOff) {
    const why = visibleText(view.probingOff);
    notices.push({
      key: 'probing',
      text: t('board.notices.probingOff', { why }),
    });
  }
  if (view.usageUnknown) {
    const why = visibleText(view.usageUnknown);
    notices.push({
      key: 'usage',
      text: t('board.notices.usageUnknown', { why }),
    });
  }
  return notices;
}

function freshnessText(freshness: ResourceFreshness, t: Translate): string {
  const { resource, state, since, message, missingVerb } = freshness;
  if (state === 'forbidden') {
    return t('board.notices.forbidden', {
      resource,
      verb: missingVerb ?? 'list',
    });
  }
  const time = formatTime(since);
  const texts = {
    stale: t('board.notices.stale', { resource, time }),
    failed: t('board.notices.failed', { resource }),
    loading: t('board.notices.loading', { resource }),
    live: resource,
  };
  const text = texts[state];
  return message ? t('board.notices.withMessage', { text, message }) : text;
}
