import { KubernetesObject } from '../cluster/Kubectl';

interface Status {
  restartCount: number;
  state?: {
    waiting?: { reason?: string };
    terminated?: { reason?: string; exitCode: number };
  };
}

interface Condition {
  type: string;
  status: string;
  reason?: string;
}

/** Waiting for these reasons is how every container starts. */
const STARTING = ['ContainerCreating', 'PodInitializing'];

/** Status of a condition of a pod or a node. */
export function condition(
  object: KubernetesObject,
  type: string,
): string | undefined {
  return conditionOf(object, type)?.status;
}

/** Restarts of the containers that run on, as `kubectl get pods` counts them once the pod is initialised. */
export function restartsOf(pod: KubernetesObject): number {
  return statuses(pod, 'containerStatuses').reduce(
    (sum, status) => sum + status.restartCount,
    0,
  );
}

/** The reason that matters most: trouble of a container, then of the pod, then of its scheduling, then what it still waits for. */
export function reasonOf(pod: KubernetesObject): string | undefined {
  const states = [
    ...statuses(pod, 'initContainerStatuses'),
    ...statuses(pod, 'containerStatuses'),
  ].map(({ state }) => state ?? {});
  const waiting = states.flatMap(state => state.waiting?.reason ?? []);
  const ended = states.flatMap(({ terminated }) =>
    terminated?.exitCode ? terminated.reason ?? [] : [],
  );
  const scheduled = conditionOf(pod, 'PodScheduled');
  return [
    ...waiting.filter(reason => !STARTING.includes(reason)),
    ...ended,
    pod.status.reason,
    scheduled?.status === 'False' ? scheduled.reason : undefined,
    ...waiting,
  ].find(reason => reason !== undefined);
}

/** Which of the set's revisions the pod has. */
export function revisionOf(
  pod: KubernetesObject,
  statefulSet: KubernetesObject,
): string {
  const { currentRevision, updateRevision } = statefulSet.status;
  const revision = pod.metadata.labels?.['controller-revision-hash'];
  if (revision === updateRevision) {
    return currentRevision === updateRevision ? 'only' : 'update';
  }
  return revision === currentRevision ? 'current' : 'other';
}

function conditionOf(
  object: KubernetesObject,
  type: string,
): Condition | undefined {
  return object.status.conditions?.find(
    (each: Condition) => each.type === type,
  );
}

function statuses(pod: KubernetesObject, field: string): Status[] {
  return pod.status[field] ?? [];
}
