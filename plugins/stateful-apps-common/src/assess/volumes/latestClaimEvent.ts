import { ClaimFacts, EventFacts } from '../../model';
import { AssessContext } from '../context';

/** The newest event of a claim with one of some reasons. @internal */
export function latestClaimEvent(
  context: AssessContext,
  claim: ClaimFacts,
  reasons: ReadonlySet<string>,
): EventFacts | undefined {
  const { events } = context.inputs;
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (
      event.involved.kind === 'PersistentVolumeClaim' &&
      event.involved.name === claim.name &&
      (event.involved.uid === undefined || event.involved.uid === claim.uid) &&
      reasons.has(event.reason)
    ) {
      return event;
    }
  }
  return undefined;
}
