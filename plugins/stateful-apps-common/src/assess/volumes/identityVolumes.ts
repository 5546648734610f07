import { PodVolumeFacts, VolumeMountFacts } from '../../model';
import { AssessContext, IdentitySlot } from '../context';

/** The service account's token, which Kubernetes mounts by itself. */
const TOKEN_VOLUME = /^kube-api-access-/;

/** Volumes and mounts of an identity: of its pod, or as the next pod will have them. @internal */
export function identityVolumes(
  context: AssessContext,
  slot: IdentitySlot,
): { volumes: PodVolumeFacts[]; mounts: readonly VolumeMountFacts[] } {
  const { set } = context;
  if (slot.pod) {
    return {
      volumes: slot.pod.volumes.filter(
        volume =>
          volume.source !== 'projected' || !TOKEN_VOLUME.test(volume.name),
      ),
      mounts: slot.pod.mounts,
    };
  }
  const fromTemplates = new Set(set.claimTemplates.map(item => item.name));
  const volumes = set.claimTemplates.map(template => ({
    name: template.name,
    source: 'persistentVolumeClaim',
    claimName: `${template.name}-${slot.name}`,
  }));
  const others = set.templateVolumes.filter(
    volume => !fromTemplates.has(volume.name),
  );
  return { volumes: [...volumes, ...others], mounts: set.templateMounts };
}
