import { AppInputs, ResourceFreshness } from '../model';

/** The inputs with some resources in another state of freshness. @internal */
export function withFreshness(
  inputs: AppInputs,
  changes: readonly ResourceFreshness[],
): AppInputs {
  const changed = new Map(changes.map(item => [item.resource, item]));
  return {
    ...inputs,
    freshness: inputs.freshness.map(item => changed.get(item.resource) ?? item),
  };
}
