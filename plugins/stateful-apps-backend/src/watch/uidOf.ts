/** `metadata.uid` of a raw object, if it has one. */
export function uidOf(raw: unknown): string | undefined {
  const { metadata } = (raw ?? {}) as { metadata?: { uid?: unknown } | null };
  const uid = metadata?.uid;
  return typeof uid === 'string' && uid ? uid : undefined;
}
