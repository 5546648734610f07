import { asList, asName } from '../../raw';

/** The names in a list of texts. @internal */
export function projectNames(
  value: unknown,
  options: { entries: number; length: number },
): string[] {
  const names: string[] = [];
  for (const item of asList(value, options.entries)) {
    const name = asName(item, options.length);
    if (name) names.push(name);
  }
  return names;
}
