import { Verdict } from '../../model';
import { Check } from './Check';

/** The verdict of the first check that has one. @internal */
export function firstVerdict<T>(
  checks: ReadonlyArray<Check<T>>,
  subject: T,
): Verdict | undefined {
  for (const check of checks) {
    const verdict = check(subject);
    if (verdict) return verdict;
  }
  return undefined;
}
