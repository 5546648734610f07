import { KubeObject } from '../../types';

/**
 * The status column of `kubectl get pods`: what matters most about a pod, in
 * one word.
 *
 * @public
 */
export function podStatus(pod: KubeObject): string {
  const status = pod.status ?? {};
  const initReason = initializing(pod);
  let reason: string = status.reason || status.phase || 'Unknown';
  if (initReason) reason = initReason;
  else {
    const statuses: any[] = status.containerStatuses ?? [];
    for (const container of [...statuses].reverse()) {
      reason = stateReason(container.state) ?? reason;
    }
    const running = statuses.some(
      container => container.ready && container.state?.running,
    );
    if (reason === 'Completed' && running) {
      reason = isReady(pod) ? 'Running' : 'NotReady';
    }
  }
  if (!pod.metadata.deletionTimestamp) return reason;
  if (status.reason === 'NodeLost') return 'Unknown';
  return ['Succeeded', 'Failed'].includes(status.phase)
    ? reason
    : 'Terminating';
}

function initializing(pod: KubeObject): string | undefined {
  const statuses: any[] = pod.status?.initContainerStatuses ?? [];
  const count = (pod.spec?.initContainers ?? []).length;
  for (const [index, { state = {} }] of statuses.entries()) {
    if (state.terminated?.exitCode === 0) continue;
    if (state.terminated) {
      return `Init:${stateReason(state) ?? 'Error'}`;
    }
    const waiting = state.waiting?.reason;
    return waiting && waiting !== 'PodInitializing'
      ? `Init:${waiting}`
      : `Init:${index}/${count}`;
  }
  return undefined;
}

function stateReason(state: any): string | undefined {
  if (state?.waiting?.reason) return state.waiting.reason;
  if (!state?.terminated) return undefined;
  const { reason, signal, exitCode } = state.terminated;
  if (reason) return reason;
  return signal ? `Signal:${signal}` : `ExitCode:${exitCode}`;
}

function isReady(pod: KubeObject): boolean {
  return (pod.status?.conditions ?? []).some(
    (condition: any) =>
      condition.type === 'Ready' && condition.status === 'True',
  );
}
