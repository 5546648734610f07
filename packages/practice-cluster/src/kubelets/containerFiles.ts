import { ContainerFiles, Mount } from '../programs/ContainerFiles';
import { Image } from '../programs/Image';
import { Volume } from '../programs/Volume';
import { expandReferences } from './containerEnv';
import { PodHost } from './PodHost';

/**
 * The file system of a new container: a fresh layer and fresh image volumes,
 * which go with it, under the pod's own volumes.
 *
 * @public
 */
export function containerFiles(
  container: any,
  image: Image,
  env: ReadonlyMap<string, string>,
  host: PodHost,
): ContainerFiles {
  const layer = new Volume(host.clock);
  for (const path of image.directories) layer.makeDirectory(path.slice(1));
  for (const [path, text] of image.files) {
    layer.write(path.slice(1), new TextEncoder().encode(text));
  }
  const mounts = new Map<string, Mount>();
  for (const path of image.volumes) {
    mounts.set(path, {
      path,
      volume: new Volume(host.clock),
      subPath: '',
      readOnly: false,
    });
  }
  for (const mount of container.volumeMounts ?? []) {
    const volume = host.volumes.get(mount.name);
    if (!volume) continue;
    const path = mount.mountPath.replace(/\/+$/, '');
    const subPath = expandReferences(
      mount.subPathExpr ?? mount.subPath ?? '',
      env,
    );
    if (subPath !== '' && volume.kind(subPath) === undefined) {
      volume.makeDirectory(subPath);
    }
    const readOnly = mount.readOnly === true;
    mounts.set(path, { path, volume, subPath, readOnly });
  }
  for (const path of mounts.keys()) layer.makeDirectory(path.slice(1));
  return new ContainerFiles(layer, [...mounts.values()]);
}
