import { Verdict } from '../../model';
import { Check, firstVerdict } from '../checks';
import { AppCase } from './AppCase';
import { checkAgreement } from './checkAgreement';
import { checkDeleting } from './checkDeleting';
import { checkElection } from './checkElection';
import { checkForming } from './checkForming';
import { checkHealthy } from './checkHealthy';
import { checkIdentities } from './checkIdentities';
import { checkLeaders } from './checkLeaders';
import { checkQuorum } from './checkQuorum';
import { checkQuorumKnown } from './checkQuorumKnown';
import { checkReadable } from './checkReadable';
import { checkRollout } from './checkRollout';
import { checkScaledToZero } from './checkScaledToZero';
import { checkVoters } from './checkVoters';

/**
 * The order in which an app is judged: what makes all else unknown, what a
 * person must do, what is not known, what heals by itself. Nothing that is
 * unknown gets as far as healthy.
 */
const APP_CHECKS: ReadonlyArray<Check<AppCase>> = [
  checkReadable,
  checkDeleting,
  checkScaledToZero,
  checkLeaders,
  checkQuorum,
  checkIdentities('needs-person'),
  checkForming,
  checkElection,
  checkAgreement,
  checkQuorumKnown,
  checkIdentities('unknown'),
  checkIdentities('healing'),
  checkRollout,
  checkVoters,
];

/** The one verdict on an app. @internal */
export function assessVerdict(item: AppCase): Verdict {
  return firstVerdict(APP_CHECKS, item) ?? checkHealthy(item);
}
