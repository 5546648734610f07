import { AppInputs, IdentityIncarnation, PodFacts } from '../../model';
import { asTextMap } from '../../raw';

/** What stands behind an identity now, as far as it can be seen. @internal */
export function incarnationOf(
  inputs: AppInputs,
  pod: PodFacts,
): IdentityIncarnation {
  const claimUids: Record<string, string> = {};
  for (const volume of pod.volumes) {
    const claim = inputs.claims.find(item => item.name === volume.claimName);
    if (claim) claimUids[volume.name] = claim.uid;
  }
  const probe = inputs.probes.get(pod.uid);
  const nodeId = probe?.kind === 'consul' ? probe.nodeId : undefined;
  return {
    podUid: pod.uid,
    ...(pod.nodeName && { nodeName: pod.nodeName }),
    claimUids: asTextMap(claimUids, { entries: 128, valueLength: 128 }),
    ...(nodeId && { nodeId }),
  };
}
