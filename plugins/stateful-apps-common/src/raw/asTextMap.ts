import { asRecord } from './asRecord';
import { asName } from './asName';

/**
 * Labels and the like: texts by text, without a prototype, because
 * `constructor` and `__proto__` are names that a stranger may choose. Entries
 * that are no texts, or longer than Kubernetes allows, are left out.
 *
 * @internal
 */
export function asTextMap(
  value: unknown,
  options: {
    entries: number;
    valueLength: number;
    accept?: (key: string) => boolean;
  },
): Record<string, string> {
  const result: Record<string, string> = Object.create(null);
  const record = asRecord(value);
  if (!record) return result;
  let entries = 0;
  for (const key of Object.keys(record)) {
    if (entries === options.entries) break;
    const item = record[key];
    if (options.accept && !options.accept(key)) continue;
    if (asName(key, 317) === undefined) continue;
    const text = item === '' ? '' : asName(item, options.valueLength);
    if (text === undefined) continue;
    result[key] = text;
    entries += 1;
  }
  return result;
}
