/** Whether a value has what every message of a stream has; a type that is not known is for the reader to pass over. */
export function isStreamMessage(
  value: unknown,
): value is { type: string; revision: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { type, revision } = value as Record<string, unknown>;
  return typeof type === 'string' && typeof revision === 'number';
}
