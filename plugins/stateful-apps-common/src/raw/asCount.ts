import { asInteger } from './asInteger';

/** A whole number from 0 up; `fallback` for everything else. @internal */
export function asCount(value: unknown, fallback = 0): number {
  const count = asInteger(value);
  return count !== undefined && count >= 0 ? count : fallback;
}
