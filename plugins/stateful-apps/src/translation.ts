import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { messages } from './messages';

/**
 * All text of the plugin. What the backend says about an app (its verdicts and
 * reasons) is not among it: that is English.
 *
 * @public
 */
export const statefulAppsTranslationRef: ReturnType<
  typeof createTranslationRef<'plugin.stateful-apps', typeof messages, {}>
> = createTranslationRef({
  id: 'plugin.stateful-apps',
  messages,
});
