/** A whole number that can be counted on; `undefined` for everything else. @internal */
export function asInteger(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}
