const FACTORS = new Map<string, number>([
  ['', 1],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
]);

/** Bytes of a Kubernetes quantity, read apart from the product's own parser. */
export function quantity(text: string | undefined): number | undefined {
  const match = text?.match(/^(\d+(?:\.\d+)?)([A-Za-z]*)$/);
  if (!match) return undefined;
  const factor = FACTORS.get(match[2]);
  return factor === undefined ? undefined : Number(match[1]) * factor;
}
