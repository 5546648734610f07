import { OwnerFacts } from '../../model';
import { asList, asName, asRecord } from '../../raw';

/** The owner reference with `controller: true`. @internal */
export function projectOwner(
  metadata: Record<string, unknown>,
): OwnerFacts | undefined {
  for (const item of asList(metadata.ownerReferences, 64)) {
    const reference = asRecord(item);
    if (reference?.controller !== true) continue;
    const kind = asName(reference.kind, 63);
    const name = asName(reference.name, 253);
    const uid = asName(reference.uid, 128);
    if (kind && name && uid) return { kind, name, uid };
  }
  return undefined;
}
