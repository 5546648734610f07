import { ResourceName } from '../../model';
import { AssessContext } from './AssessContext';

/** Whether what is known of a resource is how it is now. @internal */
export function isLive(
  context: AssessContext,
  resource: ResourceName,
): boolean {
  return context.freshness.get(resource)?.state === 'live';
}
