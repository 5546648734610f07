/** A slice keeps the whole text it was cut from in memory; a copy does not. @internal */
export function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
