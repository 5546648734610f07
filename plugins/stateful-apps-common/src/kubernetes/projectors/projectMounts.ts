import { VolumeMountFacts } from '../../model';
import { asList, asName, asRecord, asText } from '../../raw';

/** The volume mounts of the containers of a pod spec, init containers aside. @internal */
export function projectMounts(
  podSpec: Record<string, unknown> | undefined,
): VolumeMountFacts[] {
  const mounts: VolumeMountFacts[] = [];
  for (const item of asList(podSpec?.containers, 64)) {
    const container = asRecord(item);
    const containerName = asName(container?.name, 63);
    if (!container || !containerName) continue;
    for (const mountItem of asList(container.volumeMounts, 64)) {
      const mount = asRecord(mountItem);
      const volume = asName(mount?.name, 63);
      const mountPath = asText(mount?.mountPath, 256);
      if (!volume || !mountPath) continue;
      const facts: VolumeMountFacts = {
        container: containerName,
        volume,
        mountPath,
      };
      const subPath = asText(mount?.subPath, 256);
      if (subPath) facts.subPath = subPath;
      mounts.push(facts);
    }
  }
  return mounts;
}
