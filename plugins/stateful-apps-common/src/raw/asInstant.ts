const RFC_3339 =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** An instant as RFC 3339 text; `undefined` for everything else. @internal */
export function asInstant(value: unknown): string | undefined {
  if (typeof value !== 'string' || !RFC_3339.test(value)) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : value;
}
