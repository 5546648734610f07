import { ClaimFacts, Survival } from '../../model';
import { AssessContext, hasData, whyUnknown } from '../context';

/** Sources whose data lie on the machine itself. */
const ON_NODE = new Set(['local', 'hostPath']);

/** What a volume outlives, and a sentence on it. @internal */
export interface SurvivalVerdict {
  survival: Survival;
  sentence: string;
}

/** The verdict on a volume with a claim. @internal */
export function claimSurvival(
  context: AssessContext,
  claim: ClaimFacts,
): SurvivalVerdict {
  if (claim.phase === 'Lost') {
    return { survival: 'unknown', sentence: 'Its volume is gone.' };
  }
  if (claim.phase !== 'Bound' || !claim.volumeName) {
    return {
      survival: 'unknown',
      sentence: 'Not bound: there is no volume yet.',
    };
  }
  const volume = context.persistentVolumes.get(claim.volumeName);
  if (!volume) {
    const why = hasData(context, 'persistentvolumes')
      ? `there is no volume ${claim.volumeName}`
      : whyUnknown(context, 'persistentvolumes');
    return {
      survival: 'unknown',
      sentence: `Survives the pod; whether it survives the node is not known: ${why}.`,
    };
  }
  const nodes = volume.pinnedToNodes;
  if (ON_NODE.has(volume.source) || (nodes && nodes.length > 0)) {
    const where = nodes && nodes.length > 0 ? nodes.join(', ') : 'its node';
    return {
      survival: 'dies-with-node',
      sentence: `Survives the pod; lost with ${where}.`,
    };
  }
  const zones = volume.pinnedToZones;
  return {
    survival: 'survives-pod',
    sentence:
      zones && zones.length > 0
        ? `Survives the pod and the node; usable in ${zones.join(', ')} only.`
        : 'Survives the pod and the node.',
  };
}
