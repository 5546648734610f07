import { Check, evidence } from '../checks';
import { IdentityCase } from './IdentityCase';

/** Reasons that a container waits for and that time does not end. */
const FAILURES = new Map([
  ['CrashLoopBackOff', 'ends again and again'],
  ['ImagePullBackOff', 'has an image that cannot be pulled'],
  ['ErrImagePull', 'has an image that cannot be pulled'],
  ['ErrImageNeverPull', 'has an image that may not be pulled'],
  ['InvalidImageName', 'has an image name that is not valid'],
  ['CreateContainerConfigError', 'has a configuration that is not there'],
  ['CreateContainerError', 'cannot be made'],
  ['RunContainerError', 'cannot be started'],
]);

/** A container that does not come up by itself. @internal */
export const checkContainers: Check<IdentityCase> = ({ slot }) => {
  for (const container of slot.pod?.containers ?? []) {
    const failure = FAILURES.get(container.reason ?? '');
    if (container.state !== 'waiting' || !failure) continue;
    const last = container.lastTermination;
    const exit =
      last?.exitCode === undefined
        ? ''
        : `, the last time with exit code ${last.exitCode}`;
    const details =
      container.reason === 'CrashLoopBackOff' || !container.message
        ? exit
        : `: ${container.message}`;
    return {
      state: 'needs-person',
      reason: container.reason!,
      sentence: `Container ${container.name} ${failure}${details}.`,
      evidence: [
        evidence(
          `Pod/${slot.name}`,
          `status.containerStatuses[${container.name}].state.waiting.reason`,
          container.reason,
        ),
        evidence(
          `Pod/${slot.name}`,
          `status.containerStatuses[${container.name}].restartCount`,
          container.restartCount,
        ),
      ],
    };
  }
  return undefined;
};
