import { Verdict } from '../../model';
import { Check, firstVerdict } from '../checks';
import { checkClaims } from './checkClaims';
import { checkCondemned } from './checkCondemned';
import { checkContainers } from './checkContainers';
import { checkHealthy } from './checkHealthy';
import { checkMember } from './checkMember';
import { checkMissing } from './checkMissing';
import { checkName } from './checkName';
import { checkNode } from './checkNode';
import { checkPage } from './checkPage';
import { checkPodReady } from './checkPodReady';
import { checkReadable } from './checkReadable';
import { checkScheduled } from './checkScheduled';
import { checkTerminating } from './checkTerminating';
import { IdentityCase } from './IdentityCase';

/** From what makes all else unknown, over what keeps a pod from running, to what the app in it says. */
const IDENTITY_CHECKS: ReadonlyArray<Check<IdentityCase>> = [
  checkReadable,
  checkName,
  checkNode,
  checkCondemned,
  checkClaims,
  checkMissing,
  checkTerminating,
  checkContainers,
  checkScheduled,
  checkPodReady,
  checkPage,
  checkMember,
];

/** The one verdict on an identity. @internal */
export function assessIdentity(item: IdentityCase): Verdict {
  return firstVerdict(IDENTITY_CHECKS, item) ?? checkHealthy(item);
}
