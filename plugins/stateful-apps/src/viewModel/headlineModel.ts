import { AppView, Evidence } from '@stateful-apps/backstage-plugin-common';
import { Tone } from './Fact';
import { formatTime } from './formatTime';
import { sentenceAfter } from './sentenceAfter';
import { stateLook } from './stateLook';
import { Translate } from '../Translate';
import { visibleText } from './visibleText';

/** The sentence on the whole app. */
export interface HeadlineModel {
  word: string;
  tone: Tone;
  sentence: string;
  /** What quorum allows; left out where the sentence says it already. */
  quorum?: string;
  evidence: Array<{
    key: string;
    object: string;
    field: string;
    value: string;
    at: string;
  }>;
}

/** What is concluded about an app, and from what. */
export function headlineModel(view: AppView, t: Translate): HeadlineModel {
  const { verdict, quorum } = view;
  const look = stateLook(verdict.state, t);
  const sentence = sentenceAfter(look.word, verdict.sentence);
  return {
    ...look,
    sentence,
    quorum:
      quorum && !sentence.includes(quorum.sentence)
        ? visibleText(quorum.sentence)
        : undefined,
    evidence: verdict.evidence.map((evidence, index) => ({
      ...evidenceRow(evidence, view.asOf),
      key: `${index}/${evidence.object}/${evidence.field}`,
    })),
  };
}

function evidenceRow(evidence: Evidence, asOf: string) {
  return {
    object: visibleText(evidence.object),
    field: visibleText(evidence.field),
    value: visibleText(evidence.value),
    at: formatTime(evidence.at ?? asOf),
  };
}
