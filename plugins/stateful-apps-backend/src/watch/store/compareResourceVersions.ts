const DECIMAL = /^[1-9]\d{0,30}$/;

/**
 * Compares resource versions, which grow with each change. Those that are not
 * decimal numbers cannot be compared: the answer is undefined.
 */
export function compareResourceVersions(
  a: string,
  b: string,
): number | undefined {
  if (a === b) return 0;
  if (!DECIMAL.test(a) || !DECIMAL.test(b)) return undefined;
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : 1;
}
