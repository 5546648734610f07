/** Fields that move with time alone. */
const CLOCKS: ReadonlySet<string> = new Set([
  'revision',
  'asOf',
  'at',
  'probedAt',
  'changedAt',
]);

/**
 * Consul's autopilot calls a server unhealthy from 200 ms without contact to
 * the leader. Below that the number is the jitter of its heartbeats.
 */
const CONTACT_THRESHOLD_MS = 200;

/**
 * Whether two views say the same, whenever they were made. A change of this
 * kind reaches viewers with the next real one; their ages come from heartbeats.
 */
export function equalExceptClocks(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => equalExceptClocks(item, b[index]))
    );
  }
  const left = new Map(Object.entries(a));
  const right = new Map(Object.entries(b));
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    if (CLOCKS.has(key)) continue;
    if (key === 'lastContactMs') {
      if (contact(left.get(key)) !== contact(right.get(key))) return false;
    } else if (!equalExceptClocks(left.get(key), right.get(key))) {
      return false;
    }
  }
  return true;
}

function contact(value: unknown): unknown {
  return typeof value === 'number' && value < CONTACT_THRESHOLD_MS ? 0 : value;
}
