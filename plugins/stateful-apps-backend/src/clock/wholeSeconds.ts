/** An instant of the API (ISO 8601) without the fraction of its second. */
export function wholeSeconds(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
