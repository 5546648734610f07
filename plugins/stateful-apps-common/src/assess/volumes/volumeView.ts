import { PodVolumeFacts, VolumeMountFacts, VolumeView } from '../../model';
import { AssessContext, IdentitySlot, hasData, whyUnknown } from '../context';
import { claimSurvival } from './claimSurvival';
import { claimView } from './claimView';
import { sourceSurvival } from './sourceSurvival';

function addClaim(
  context: AssessContext,
  slot: IdentitySlot,
  claimName: string,
  view: VolumeView,
) {
  const claim = context.claims.get(claimName);
  if (claim) {
    view.claim = claimView(context, claim);
    if (view.source === 'ephemeral') return;
    Object.assign(view, claimSurvival(context, claim));
    return;
  }
  const known = hasData(context, 'persistentvolumeclaims');
  const missing = slot.pod
    ? 'The claim does not exist.'
    : 'The claim is made with the next pod.';
  const why = known
    ? missing
    : `Not known: ${whyUnknown(context, 'persistentvolumeclaims')}.`;
  view.claim = { name: claimName, phase: known ? 'Missing' : 'Unknown', why };
  if (view.source === 'ephemeral') return;
  view.survival = 'unknown';
  view.sentence = why;
}

function addUsage(
  context: AssessContext,
  slot: IdentitySlot,
  view: VolumeView,
) {
  const { pod } = slot;
  if (!pod) return;
  const usage = context.inputs.usage.find(
    item => item.podUid === pod.uid && item.volume === view.name,
  );
  if (!usage) return;
  view.usedBytes = usage.usedBytes;
  view.capacityBytes = usage.capacityBytes;
  if (usage.inodesUsed !== undefined) view.inodesUsed = usage.inodesUsed;
  if (usage.inodes !== undefined) view.inodes = usage.inodes;
}

/** @internal */
export function volumeView(
  context: AssessContext,
  slot: IdentitySlot,
  volume: PodVolumeFacts,
  mount: VolumeMountFacts | undefined,
): VolumeView {
  const view: VolumeView = {
    name: volume.name,
    source: volume.source,
    ...(mount && { mountPath: mount.mountPath }),
    ...(volume.source === 'persistentVolumeClaim'
      ? { survival: 'unknown', sentence: 'It names no claim.' }
      : sourceSurvival(volume)),
  };
  if (volume.claimName) addClaim(context, slot, volume.claimName, view);
  addUsage(context, slot, view);
  return view;
}
