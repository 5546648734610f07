import { ContainerFacts, PodFacts } from '../../model';

/** Waiting for these reasons is how every container starts. */
const STARTING = new Set(['ContainerCreating', 'PodInitializing']);

function containerReason(
  pod: PodFacts,
  matches: (container: ContainerFacts) => boolean,
): { reason?: string; message?: string } | undefined {
  const container = pod.containers.find(
    item => item.reason !== undefined && matches(item),
  );
  return container && { reason: container.reason, message: container.message };
}

/**
 * The reason that matters most for a pod that is not ready: of a container
 * that waits in trouble, of one that ended badly, of the pod, of its
 * scheduling, of a container that is being made.
 *
 * @internal
 */
export function podReason(pod: PodFacts): {
  reason?: string;
  message?: string;
} {
  const unscheduled = pod.conditions.find(
    condition =>
      condition.type === 'PodScheduled' && condition.status === 'False',
  );
  return (
    containerReason(
      pod,
      item => item.state === 'waiting' && !STARTING.has(item.reason!),
    ) ??
    containerReason(
      pod,
      item => item.state === 'terminated' && item.exitCode !== 0,
    ) ??
    (pod.reason ? { reason: pod.reason, message: pod.message } : undefined) ??
    (unscheduled && {
      reason: unscheduled.reason,
      message: unscheduled.message,
    }) ??
    containerReason(pod, item => item.state === 'waiting') ??
    {}
  );
}
