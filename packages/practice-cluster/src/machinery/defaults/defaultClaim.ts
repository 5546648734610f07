import { fillMissing } from './fillMissing';

/** A claim, or a claim template of a StatefulSet. @public */
export function defaultClaim(claim: Record<string, any>): void {
  claim.spec ??= {};
  fillMissing(claim.spec, { volumeMode: 'Filesystem' });
  claim.status ??= {};
  fillMissing(claim.status, { phase: 'Pending' });
}
