import { VolumeMountFacts } from '../../model';

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** The mount of a container in which a directory lies: the deepest one above it. @internal */
export function coveringMount(
  mounts: readonly VolumeMountFacts[],
  data: { container: string; path: string },
): VolumeMountFacts | undefined {
  const path = withSlash(data.path);
  let covering: VolumeMountFacts | undefined;
  for (const mount of mounts) {
    if (mount.container !== data.container) continue;
    if (!path.startsWith(withSlash(mount.mountPath))) continue;
    if (
      !covering ||
      withSlash(mount.mountPath).length > withSlash(covering.mountPath).length
    ) {
      covering = mount;
    }
  }
  return covering;
}
