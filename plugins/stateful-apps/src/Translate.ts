import { TranslationFunction } from '@backstage/frontend-plugin-api';
import { statefulAppsTranslationRef } from './translation';

/** Looks a text of the plugin up. */
export type Translate = TranslationFunction<
  typeof statefulAppsTranslationRef.T
>;
