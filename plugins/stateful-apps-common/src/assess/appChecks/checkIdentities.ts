import { HealthState, Verdict } from '../../model';
import { Check } from '../checks';
import { AppCase } from './AppCase';

/** As many facts as a reader takes in; the identities themselves have the rest. */
const EVIDENCE = 4;

/**
 * A check that gives the verdict of the identities that are in a state: of the
 * first of them, and how many there are.
 *
 * @internal
 */
export function checkIdentities(state: HealthState): Check<AppCase> {
  return ({ identities }): Verdict | undefined => {
    const found = identities.filter(item => item.verdict.state === state);
    if (found.length === 0) return undefined;
    const [first] = found;
    const more =
      found.length > 1
        ? ` Likewise ${found.length - 1} more of ${identities.length}.`
        : '';
    const alike = found.filter(
      item => item.verdict.reason === first.verdict.reason,
    );
    return {
      state,
      reason: first.verdict.reason,
      sentence: `${first.view.name}: ${first.verdict.sentence}${
        alike.length === found.length
          ? more
          : ` ${found.length - 1} more of ${
              identities.length
            } have other trouble.`
      }`,
      evidence: found.flatMap(item => item.verdict.evidence).slice(0, EVIDENCE),
    };
  };
}
