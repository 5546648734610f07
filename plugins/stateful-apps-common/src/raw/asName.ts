import { cleanText } from './cleanText';

/**
 * A text by which something is identified: taken as it is or not at all, for a
 * name that was changed would be the name of something else.
 *
 * @internal
 */
export function asName(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return cleanText(value, limit) === value ? value : undefined;
}
