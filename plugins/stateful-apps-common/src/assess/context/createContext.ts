import { AppInputs } from '../../model';
import { AssessContext } from './AssessContext';
import { buildSlots } from './buildSlots';

function byName<T extends { name: string }>(items: readonly T[]) {
  const map = new Map<string, T>();
  for (const item of items) map.set(item.name, item);
  return map;
}

/** @internal */
export function createContext(inputs: AppInputs): AssessContext {
  const freshness = new Map(
    inputs.freshness.map(item => [item.resource, item] as const),
  );
  return {
    inputs,
    set: inputs.statefulSet,
    now: Date.parse(inputs.now),
    freshness,
    slots: buildSlots(inputs),
    claims: byName(inputs.claims),
    persistentVolumes: byName(inputs.persistentVolumes),
    nodes: byName(inputs.nodes),
  };
}
