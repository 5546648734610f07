import {
  AppSummary,
  decodeIdentityStates,
} from '@stateful-apps/backstage-plugin-common';
import { Translate } from '../Translate';
import { sentenceAfter } from './sentenceAfter';
import { stateLook } from './stateLook';

/** What a row says after the word of its state; the row of a healthy app may leave it to us. */
export function summarySentence(summary: AppSummary, t: Translate): string {
  const { state, sentence, canLose, identities } = summary;
  if (sentence !== undefined) {
    return sentenceAfter(stateLook(state, t).word, sentence);
  }
  if (canLose === 0) return t('fleet.healthyCanLoseNone');
  if (canLose !== undefined)
    return t('fleet.healthyCanLose', { count: canLose });
  const count = decodeIdentityStates(identities).length;
  return t('fleet.healthyReady', { count });
}
