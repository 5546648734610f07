import { FreshnessState } from '@stateful-apps/backstage-plugin-common';
import { ReflectorState } from './ReflectorState';

/** Best first. What was never read weighs more than what is old. */
const ORDER: readonly FreshnessState[] = [
  'live',
  'loading',
  'stale',
  'forbidden',
  'failed',
];

/** The state of a whole is that of its worst part. `states` has at least one. */
export function worstState(states: readonly ReflectorState[]): ReflectorState {
  return states.reduce((worst, next) =>
    ORDER.indexOf(next.state) > ORDER.indexOf(worst.state) ? next : worst,
  );
}
