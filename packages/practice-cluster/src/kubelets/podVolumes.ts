import { Volume } from '../programs/Volume';
import { Clock, KubeObject, ObjectStore } from '../types';
import { Machine } from './Machine';

/** Why a volume cannot be mounted; the kubelet tries again. @public */
export class MountError extends Error {}

/** Where a node keeps what belongs to its pods. @public */
export const PODS_DIRECTORY = '/var/lib/kubelet/pods/';

/** Directory of a pod's emptyDirs on its node. @public */
export function podDirectory(uid: string): string {
  return `${PODS_DIRECTORY}${uid}/`;
}

/**
 * The pod's volumes by their names. Throws {@link MountError} while one of
 * them is not to be had.
 *
 * @public
 */
export function podVolumes(
  pod: KubeObject,
  machine: Machine,
  store: ObjectStore,
  clock: Clock,
): Map<string, Volume> {
  const volumes = new Map<string, Volume>();
  for (const source of pod.spec.volumes ?? []) {
    volumes.set(source.name, mount(source, pod, machine, store, clock));
  }
  return volumes;
}

function mount(
  source: any,
  pod: KubeObject,
  machine: Machine,
  store: ObjectStore,
  clock: Clock,
): Volume {
  const { namespace, uid } = pod.metadata;
  if (source.emptyDir) {
    return machine.makeDirectory(
      `${podDirectory(uid)}volumes/kubernetes.io~empty-dir/${source.name}`,
    );
  }
  if (source.hostPath) {
    const { path, type = '' } = source.hostPath;
    const found = machine.directory(path);
    if (!found && type === 'Directory') {
      throw new MountError(
        `MountVolume.SetUp failed for volume "${source.name}" : hostPath type check failed: ${path} is not a directory`,
      );
    }
    return found ?? machine.makeDirectory(path);
  }
  if (source.persistentVolumeClaim) {
    return mountClaim(
      source.persistentVolumeClaim.claimName,
      pod,
      machine,
      store,
    );
  }
  if (source.configMap || source.secret) {
    const resource = source.configMap ? 'configmaps' : 'secrets';
    const name = source.configMap?.name ?? source.secret.secretName;
    const optional = (source.configMap ?? source.secret).optional === true;
    const object = store.get(resource, namespace, name);
    if (!object && !optional) {
      throw new MountError(
        `MountVolume.SetUp failed for volume "${
          source.name
        }" : ${resource.slice(0, -1)} "${name}" not found`,
      );
    }
    return fromData(object, clock);
  }
  const kind = Object.keys(source).find(key => key !== 'name') ?? 'unknown';
  throw new MountError(
    `MountVolume.SetUp failed for volume "${source.name}" : no volume plugin for ${kind} in the practice cluster; use emptyDir, hostPath, persistentVolumeClaim, configMap or secret`,
  );
}

function mountClaim(
  claimName: string,
  pod: KubeObject,
  machine: Machine,
  store: ObjectStore,
): Volume {
  const claim = store.get(
    'persistentvolumeclaims',
    pod.metadata.namespace,
    claimName,
  );
  const volumeName = claim?.spec.volumeName;
  const volume =
    volumeName && store.get('persistentvolumes', undefined, volumeName);
  if (!claim || !volume || claim.status?.phase !== 'Bound') {
    throw new MountError(
      `error getting PVC "${pod.metadata.namespace}/${claimName}": PVC is not bound`,
    );
  }
  const path = volume.spec.local?.path ?? volume.spec.hostPath?.path;
  const directory = path && machine.directory(path);
  if (!directory) {
    throw new MountError(
      `MountVolume.NewMounter initialization failed for volume "${volumeName}" : path "${path}" does not exist`,
    );
  }
  return directory;
}

function fromData(object: KubeObject | undefined, clock: Clock): Volume {
  const volume = new Volume(clock);
  for (const [name, text] of Object.entries(object?.data ?? {})) {
    const bytes =
      object?.kind === 'Secret'
        ? Buffer.from(String(text), 'base64')
        : Buffer.from(String(text), 'utf8');
    volume.write(name, bytes);
  }
  return volume;
}
