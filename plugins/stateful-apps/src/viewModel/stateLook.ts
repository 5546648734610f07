import { HealthState } from '@stateful-apps/backstage-plugin-common';
import { Tone } from './Fact';
import { Translate } from '../Translate';

const TONES: Record<HealthState, Tone> = {
  healthy: 'good',
  healing: 'busy',
  unknown: 'unknown',
  'needs-person': 'bad',
};

/** The word and the tone by which a state of health is shown. */
export function stateLook(
  state: HealthState,
  t: Translate,
): { word: string; tone: Tone } {
  const key = state === 'needs-person' ? 'needsPerson' : state;
  return { word: t(`state.${key}`), tone: TONES[state] };
}
