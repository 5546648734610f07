import { ResourceName } from '../../model';
import { AssessContext } from './AssessContext';

/** Why a resource is not known, as the end of a sentence. @internal */
export function whyUnknown(
  context: AssessContext,
  resource: ResourceName,
): string {
  const freshness = context.freshness.get(resource);
  switch (freshness?.state) {
    case 'forbidden':
      return `${resource} may not be read (missing verb ${
        freshness.missingVerb ?? 'list'
      })`;
    case 'stale':
      return `${resource} have not been heard of since ${freshness.since}`;
    case 'failed':
      return `${resource} could not be read`;
    default:
      return `${resource} have not been read yet`;
  }
}
