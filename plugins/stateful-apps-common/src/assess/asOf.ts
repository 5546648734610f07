import { ResourceName } from '../model';
import { AssessContext } from './context';

const RESOURCES: ResourceName[] = ['statefulsets', 'pods'];

/** The instant that the view tells of: now, or when its set or pods were last heard of. @internal */
export function asOf(context: AssessContext): string {
  let instant = context.inputs.now;
  for (const resource of RESOURCES) {
    const freshness = context.freshness.get(resource);
    if (freshness?.state !== 'stale') continue;
    if (Date.parse(freshness.since) < Date.parse(instant)) {
      instant = freshness.since;
    }
  }
  return instant;
}
