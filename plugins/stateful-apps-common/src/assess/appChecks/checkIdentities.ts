import { HealthState, Verdict } from '../../model';
import { Check } from '../checks';
import { AppCase } from './AppCase';

/** As many facts as a reader takes in; the identities themselves have the rest. */
const EVIDENCE = 4;
/** As many names as fit into a sentence. */
const NAMES = 3;

function othersSentence(names: readonly string[], total: number): string {
  return names.length > NAMES
    ? `The same state: ${names.length} more of ${total}.`
    : `The same state: ${names.join(', ')}.`;
}

/**
 * A check that gives the verdict of the identities that are in a state: the
 * words of the first of them, the names of the others and, for Consul, what
 * quorum is left.
 *
 * @internal
 */
export function checkIdentities(state: HealthState): Check<AppCase> {
  return ({ identities, consul }): Verdict | undefined => {
    const found = identities.filter(item => item.verdict.state === state);
    if (found.length === 0) return undefined;
    const [first, ...others] = found;
    const sentences = [`${first.view.name}: ${first.verdict.sentence}`];
    if (others.length > 0) {
      const names = others.map(item => item.view.name);
      sentences.push(othersSentence(names, identities.length));
    }
    if (consul?.quorum.canLose !== undefined) {
      sentences.push(consul.quorum.sentence);
    }
    return {
      state,
      reason: first.verdict.reason,
      sentence: sentences.join(' '),
      evidence: found.flatMap(item => item.verdict.evidence).slice(0, EVIDENCE),
    };
  };
}
