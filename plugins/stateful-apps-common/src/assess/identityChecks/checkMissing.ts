import { EventFacts } from '../../model';
import { Check, evidence } from '../checks';
import { AssessContext } from '../context';
import { IdentityCase } from './IdentityCase';

/** The newest word of the controller on this pod, if it is that it failed. */
function failedCreate(
  context: AssessContext,
  name: string,
): EventFacts | undefined {
  const { events } = context.inputs;
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (event.involved.kind !== 'StatefulSet') continue;
    if (!event.message.includes(` ${name} `)) continue;
    if (event.reason === 'SuccessfulCreate') return undefined;
    if (event.reason === 'FailedCreate') return event;
  }
  return undefined;
}

/** An identity without a pod. @internal */
export const checkMissing: Check<IdentityCase> = ({ context, slot, view }) => {
  if (slot.pod) return undefined;
  const failure = failedCreate(context, slot.name);
  if (failure) {
    return {
      state: 'needs-person',
      reason: 'FailedCreate',
      sentence: `Its pod cannot be made: ${failure.message}`,
      evidence: [
        evidence(
          `Event/${failure.name}`,
          'message',
          failure.message,
          failure.lastTimestamp,
        ),
      ],
    };
  }
  return {
    state: 'healing',
    reason: 'PodMissing',
    sentence: view.waitsFor
      ? `It has no pod; waits for ${view.waitsFor}.`
      : 'It has no pod; the StatefulSet makes a new one.',
    evidence: [evidence(`Pod/${slot.name}`, 'metadata.name', 'not found')],
  };
};
