const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+$/;
const PART = /(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/g;

const MILLISECONDS = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/**
 * Reads a duration as Go prints it, for example `1m30.5s` or `80.33ms`.
 *
 * @returns whole milliseconds; `undefined` for what is no duration, for example `never`.
 * @internal
 */
export function parseGoDuration(text: unknown): number | undefined {
  if (text === '0') return 0;
  if (typeof text !== 'string' || text.length > 64 || !DURATION.test(text)) {
    return undefined;
  }
  let total = 0;
  for (const [, digits, unit] of text.matchAll(PART)) {
    total += Number(digits) * MILLISECONDS.get(unit)!;
  }
  return Number.isFinite(total) ? Math.round(total) : undefined;
}
