import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { statefulAppsTranslationRef } from '../translation';
import { Translate } from '../Translate';

/** The text of the plugin in the reader's language. */
export function useText(): Translate {
  return useTranslationRef(statefulAppsTranslationRef).t;
}
