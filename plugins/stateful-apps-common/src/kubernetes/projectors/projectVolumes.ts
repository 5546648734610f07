import { PodVolumeFacts } from '../../model';
import { asList, asName, asRecord, asText } from '../../raw';

/**
 * `.spec.volumes` of a pod or a template.
 *
 * @param podName - gives ephemeral volumes their claim's name; left out for a template.
 * @internal
 */
export function projectVolumes(
  value: unknown,
  podName?: string,
): PodVolumeFacts[] {
  const volumes: PodVolumeFacts[] = [];
  for (const item of asList(value, 128)) {
    const volume = asRecord(item);
    const name = asName(volume?.name, 63);
    if (!volume || !name) continue;
    const source = Object.keys(volume).find(
      key => key !== 'name' && asRecord(volume[key]),
    );
    const facts: PodVolumeFacts = {
      name,
      source: asName(source, 63) ?? 'unknown',
    };
    const details = source === undefined ? undefined : asRecord(volume[source]);
    if (facts.source === 'persistentVolumeClaim') {
      const claimName = asName(details?.claimName, 253);
      if (claimName) facts.claimName = claimName;
    } else if (facts.source === 'ephemeral' && podName) {
      facts.claimName = `${podName}-${name}`;
    } else if (facts.source === 'emptyDir') {
      const medium = asName(details?.medium, 63);
      if (medium) facts.medium = medium;
    } else if (facts.source === 'hostPath') {
      const path = asText(details?.path, 256);
      if (path) facts.path = path;
    }
    volumes.push(facts);
  }
  return volumes;
}
