import { ResourceName } from '../../model';
import { AssessContext } from './AssessContext';

/** Whether objects of a resource are known, be it from the last time they could be read. @internal */
export function hasData(
  context: AssessContext,
  resource: ResourceName,
): boolean {
  const state = context.freshness.get(resource)?.state;
  return state === 'live' || state === 'stale';
}
