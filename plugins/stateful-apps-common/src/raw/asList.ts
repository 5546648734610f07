/** The first `limit` items of a JSON array; empty for everything else. @internal */
export function asList(value: unknown, limit: number): unknown[] {
  if (!Array.isArray(value)) return [];
  return value.length > limit ? value.slice(0, limit) : value;
}
