import { KubernetesObject } from '../cluster/Kubectl';

interface Status {
  restartCount: number;
  state?: { waiting?: { reason?: string } };
}

/** Status of a condition of a pod or a node. */
export function condition(
  object: KubernetesObject,
  type: string,
): string | undefined {
  return object.status.conditions?.find(
    (each: { type: string }) => each.type === type,
  )?.status;
}

/** Restarts of the containers that run on, as `kubectl get pods` counts them once the pod is initialised. */
export function restartsOf(pod: KubernetesObject): number {
  return statuses(pod, 'containerStatuses').reduce(
    (sum, status) => sum + status.restartCount,
    0,
  );
}

/** Why a container waits, the first that does; init containers come before the others. */
export function waitingReason(pod: KubernetesObject): string | undefined {
  return [
    ...statuses(pod, 'initContainerStatuses'),
    ...statuses(pod, 'containerStatuses'),
  ]
    .map(status => status.state?.waiting?.reason)
    .find(reason => reason !== undefined && reason !== 'PodInitializing');
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

function statuses(pod: KubernetesObject, field: string): Status[] {
  return pod.status[field] ?? [];
}
