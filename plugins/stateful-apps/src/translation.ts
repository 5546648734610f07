import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { messages } from './messages';

/**
 * All text of the plugin. What the backend says about an app (its verdicts and
 * reasons) is not among it: that is English.
 *
 * @public
 */
export const statefulAppsTranslationRef = createTranslationRef({
  id: 'plugin.stateful-apps',
  messages,
});
