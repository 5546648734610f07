import { cleanText } from './cleanText';

/** A text, cleaned and cut to `limit`; `undefined` for what is no text and for the empty one. @internal */
export function asText(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  return cleanText(value, limit) || undefined;
}
