import { ObjectFacts } from '../../model';
import { asInstant, asName, asRecord } from '../../raw';

/**
 * Names of Kubernetes objects are DNS subdomains, at most 253 characters.
 */
const NAME_LENGTH = 253;

/** What every projector needs of an object. @internal */
export interface ProjectedMeta {
  facts: ObjectFacts;
  metadata: Record<string, unknown>;
  object: Record<string, unknown>;
}

/**
 * Reads name, uid and instants. An object without a name, a uid or (where it
 * must have one) a namespace cannot be told from others and is unusable.
 *
 * @internal
 */
export function projectMeta(
  raw: unknown,
  namespaced: boolean,
): ProjectedMeta | undefined {
  const object = asRecord(raw);
  const metadata = asRecord(object?.metadata);
  if (!object || !metadata) return undefined;
  const uid = asName(metadata.uid, 128);
  const name = asName(metadata.name, NAME_LENGTH);
  const namespace = asName(metadata.namespace, 63);
  if (!uid || !name || (namespaced && !namespace)) return undefined;

  const facts: ObjectFacts = {
    uid,
    name,
    resourceVersion: asName(metadata.resourceVersion, 128) ?? '',
  };
  if (namespaced) facts.namespace = namespace;
  const created = asInstant(metadata.creationTimestamp);
  if (created) facts.creationTimestamp = created;
  const deleted = asInstant(metadata.deletionTimestamp);
  if (deleted) facts.deletionTimestamp = deleted;
  return { facts, metadata, object };
}
