import { PersistentVolumeFacts } from '../../model';
import { asName, asRecord } from '../../raw';
import { projectBytes } from './projectBytes';
import { projectMeta } from './projectMeta';
import { projectVolumeAffinity } from './projectVolumeAffinity';

/** Objects in a volume's spec that are not its source. */
const NOT_SOURCES = new Set(['capacity', 'claimRef', 'nodeAffinity']);

function projectClaimRef(value: unknown): PersistentVolumeFacts['claim'] {
  const reference = asRecord(value);
  const namespace = asName(reference?.namespace, 63);
  const name = asName(reference?.name, 253);
  if (!namespace || !name) return undefined;
  const uid = asName(reference?.uid, 128);
  return { namespace, name, ...(uid && { uid }) };
}

/** Projects a PersistentVolume. @internal */
export function projectPersistentVolume(
  raw: unknown,
): PersistentVolumeFacts | undefined {
  const meta = projectMeta(raw, false);
  if (!meta) return undefined;
  const spec = asRecord(meta.object.spec);
  const source =
    spec &&
    Object.keys(spec).find(key => !NOT_SOURCES.has(key) && asRecord(spec[key]));
  const facts: PersistentVolumeFacts = {
    ...meta.facts,
    source: asName(source, 63) ?? 'unknown',
  };
  const phase = asName(asRecord(meta.object.status)?.phase, 63);
  if (phase) facts.phase = phase;
  const capacity = projectBytes(spec?.capacity);
  if (capacity !== undefined) facts.capacityBytes = capacity;
  const storageClassName = asName(spec?.storageClassName, 253);
  if (storageClassName) facts.storageClassName = storageClassName;
  const reclaimPolicy = asName(spec?.persistentVolumeReclaimPolicy, 63);
  if (reclaimPolicy) facts.reclaimPolicy = reclaimPolicy;
  const claim = projectClaimRef(spec?.claimRef);
  if (claim) facts.claim = claim;
  const { nodes, zones } = projectVolumeAffinity(spec);
  if (nodes) facts.pinnedToNodes = nodes;
  if (zones) facts.pinnedToZones = zones;
  return facts;
}
