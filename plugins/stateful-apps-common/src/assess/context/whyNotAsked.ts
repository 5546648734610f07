import { AssessContext } from './AssessContext';
import { IdentitySlot } from './IdentitySlot';

/** Why there is no answer of an identity's member. @internal */
export function whyNotAsked(
  context: AssessContext,
  slot: IdentitySlot,
): string {
  if (context.inputs.probingOff) return context.inputs.probingOff;
  return slot.pod?.phase === 'Running'
    ? 'It has not been asked yet.'
    : 'Its pod does not run.';
}
