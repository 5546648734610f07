const QUANTITY =
  /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d+))?$/;

const FACTORS = new Map<string, number>([
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
]);

/**
 * Reads a Kubernetes quantity, for example `1Gi`, `500m`, `1e3`.
 *
 * @returns the number in base units (bytes, cores); `undefined` for what is no
 * quantity, for example `10Gb`.
 * @public
 */
export function parseQuantity(text: unknown): number | undefined {
  if (typeof text === 'number') return Number.isFinite(text) ? text : undefined;
  if (typeof text !== 'string' || text.length > 64) return undefined;
  const match = QUANTITY.exec(text);
  if (!match) return undefined;
  const [, digits, suffix, exponent] = match;
  if (exponent !== undefined) {
    const value = Number(`${digits}e${exponent}`);
    return Number.isFinite(value) ? value : undefined;
  }
  return Number(digits) * (suffix ? FACTORS.get(suffix)! : 1);
}
