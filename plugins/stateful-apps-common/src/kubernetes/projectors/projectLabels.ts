import { asTextMap } from '../../raw';

/** Labels; Kubernetes allows values of 63 characters. @internal */
export function projectLabels(value: unknown): Record<string, string> {
  return asTextMap(value, { entries: 64, valueLength: 63 });
}
