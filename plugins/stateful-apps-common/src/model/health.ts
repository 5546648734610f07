/**
 * The one health scale, from best to worst. `unknown` is worse than `healing`:
 * what could not be checked is never shown as better than what is seen to heal.
 *
 * @public
 */
export type HealthState = 'healthy' | 'healing' | 'unknown' | 'needs-person';

/** All states, best first. @public */
export const HEALTH_STATES: readonly HealthState[] = [
  'healthy',
  'healing',
  'unknown',
  'needs-person',
];

/** Whether `a` is strictly worse than `b`. @public */
export function isWorse(a: HealthState, b: HealthState): boolean {
  return HEALTH_STATES.indexOf(a) > HEALTH_STATES.indexOf(b);
}

/** The worst of some states; `healthy` for none. @public */
export function worstOf(states: Iterable<HealthState>): HealthState {
  let worst: HealthState = 'healthy';
  for (const state of states) {
    if (isWorse(state, worst)) worst = state;
  }
  return worst;
}

/**
 * One fact that a verdict rests on, as a reader could look it up.
 *
 * @public
 */
export interface Evidence {
  /** `Kind/name` of the Kubernetes object, or `Consul/<server>` for a member's own answer. */
  object: string;
  /** Path of the field in that object, or the endpoint that was asked. */
  field: string;
  /** The value as text, cut to 200 characters. */
  value: string;
  /** When the value was read or reported, ISO 8601; left out where it is the view's `asOf`. */
  at?: string;
}

/**
 * What is concluded about one object.
 *
 * @public
 */
export interface Verdict {
  state: HealthState;
  /** Machine reason in PascalCase, stable across versions. */
  reason: string;
  /** One English sentence for a person. */
  sentence: string;
  evidence: Evidence[];
}
