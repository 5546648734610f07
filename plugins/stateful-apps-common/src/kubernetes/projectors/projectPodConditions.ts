import { PodFacts } from '../../model';
import { asInstant, asList, asName, asRecord, asText } from '../../raw';

/** `.status.conditions` of a pod. @internal */
export function projectPodConditions(
  status: Record<string, unknown> | undefined,
): PodFacts['conditions'] {
  const conditions: PodFacts['conditions'] = [];
  for (const item of asList(status?.conditions, 20)) {
    const condition = asRecord(item);
    const type = asName(condition?.type, 128);
    const state = asName(condition?.status, 16);
    if (!condition || !type || !state) continue;
    const facts: PodFacts['conditions'][number] = { type, status: state };
    const reason = asText(condition.reason, 128);
    if (reason) facts.reason = reason;
    const message = asText(condition.message, 256);
    if (message) facts.message = message;
    const at = asInstant(condition.lastTransitionTime);
    if (at) facts.lastTransitionTime = at;
    conditions.push(facts);
  }
  return conditions;
}
