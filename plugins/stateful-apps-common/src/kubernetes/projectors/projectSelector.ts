import { LabelRequirement } from '../../model';
import { asList, asName, asRecord } from '../../raw';
import { projectLabels } from './projectLabels';
import { projectNames } from './projectNames';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

/**
 * A `metav1.LabelSelector`.
 *
 * @returns `undefined` where a requirement cannot be read: leaving it out
 * would select more than the selector does.
 * @internal
 */
export function projectSelector(value: unknown):
  | {
      matchLabels: Record<string, string>;
      matchExpressions?: LabelRequirement[];
    }
  | undefined {
  const selector = asRecord(value);
  if (!selector) return undefined;
  const matchExpressions: LabelRequirement[] = [];
  for (const item of asList(selector.matchExpressions, 64)) {
    const expression = asRecord(item);
    const key = asName(expression?.key, 317);
    const operator = OPERATORS.find(name => name === expression?.operator);
    if (!key || !operator) return undefined;
    const values = projectNames(expression?.values, {
      entries: 64,
      length: 63,
    });
    matchExpressions.push({ key, operator, values });
  }
  return {
    matchLabels: projectLabels(selector.matchLabels),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
}
