import { ClaimFacts, ClaimView } from '../../model';
import { AssessContext } from '../context';
import { explainClaim } from './explainClaim';

/** @internal */
export function claimView(
  context: AssessContext,
  claim: ClaimFacts,
): ClaimView {
  const view: ClaimView = {
    name: claim.name,
    phase: claim.phase,
  };
  const explanation = explainClaim(context, claim);
  if (explanation) view.why = explanation.why;
  if (claim.requestedBytes !== undefined) {
    view.requestedBytes = claim.requestedBytes;
  }
  if (claim.actualBytes !== undefined) view.actualBytes = claim.actualBytes;
  if (claim.storageClassName) view.storageClass = claim.storageClassName;
  if (claim.accessModes.length > 0) view.accessModes = claim.accessModes;
  if (claim.volumeName) {
    view.volume = claim.volumeName;
    const volume = context.persistentVolumes.get(claim.volumeName);
    if (volume?.reclaimPolicy) view.reclaimPolicy = volume.reclaimPolicy;
    const pinnedTo = volume?.pinnedToNodes ?? volume?.pinnedToZones;
    if (pinnedTo) view.pinnedTo = pinnedTo;
  }
  if (claim.deletionTimestamp) view.deletionAt = claim.deletionTimestamp;
  return view;
}
