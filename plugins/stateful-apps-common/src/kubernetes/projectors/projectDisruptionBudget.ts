import { DisruptionBudgetFacts } from '../../model';
import { asCount, asInteger, asName, asRecord } from '../../raw';
import { projectMeta } from './projectMeta';
import { projectSelector } from './projectSelector';

function asIntOrPercent(value: unknown): string | undefined {
  const count = asInteger(value);
  return count === undefined ? asName(value, 16) : String(count);
}

/**
 * Projects a PodDisruptionBudget. One without a selector covers no pod and is
 * of no use here.
 *
 * @internal
 */
export function projectDisruptionBudget(
  raw: unknown,
): DisruptionBudgetFacts | undefined {
  const meta = projectMeta(raw, true);
  const spec = asRecord(meta?.object.spec);
  const selector = projectSelector(spec?.selector);
  if (!meta || !selector) return undefined;
  const status = asRecord(meta.object.status);
  const facts: DisruptionBudgetFacts = {
    ...meta.facts,
    ...selector,
    disruptionsAllowed: asCount(status?.disruptionsAllowed),
  };
  const minAvailable = asIntOrPercent(spec?.minAvailable);
  if (minAvailable) facts.minAvailable = minAvailable;
  const maxUnavailable = asIntOrPercent(spec?.maxUnavailable);
  if (maxUnavailable) facts.maxUnavailable = maxUnavailable;
  return facts;
}
