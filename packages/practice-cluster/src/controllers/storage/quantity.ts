const UNITS = new Map([
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
]);

/** Bytes of a quantity such as `1Gi`; NaN for anything else. @public */
export function quantity(text: unknown): number {
  const match = /^(\d+(?:\.\d+)?)([A-Za-z]*)$/.exec(String(text));
  return match ? Number(match[1]) * (UNITS.get(match[2]) ?? NaN) : NaN;
}
