import { KubeObject } from '../../types';
import { defaultPodSpec } from './defaultPodSpec';
import { fillMissing } from './fillMissing';

const EVICTION_TAINTS = [
  'node.kubernetes.io/not-ready',
  'node.kubernetes.io/unreachable',
];
const EVICTION_SECONDS = 300;

/** @public */
export function defaultPod(pod: KubeObject): void {
  pod.spec ??= {};
  defaultPodSpec(pod.spec);
  fillMissing(pod.spec, {
    enableServiceLinks: true,
    serviceAccountName: 'default',
    priority: 0,
    preemptionPolicy: 'PreemptLowerPriority',
  });
  pod.spec.serviceAccount ??= pod.spec.serviceAccountName;
  pod.spec.tolerations = withEvictionTolerations(pod.spec.tolerations ?? []);
  pod.status ??= {};
  fillMissing(pod.status, {
    phase: 'Pending',
    qosClass: qosClass(pod.spec.containers),
  });
}

function withEvictionTolerations(tolerations: any[]): any[] {
  const added = EVICTION_TAINTS.filter(
    key =>
      !tolerations.some(
        toleration =>
          (!toleration.key || toleration.key === key) &&
          (!toleration.effect || toleration.effect === 'NoExecute'),
      ),
  ).map(key => ({
    key,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: EVICTION_SECONDS,
  }));
  return [...tolerations, ...added];
}

function qosClass(containers: unknown): string {
  const resources = (Array.isArray(containers) ? containers : []).map(
    container => container.resources ?? {},
  );
  const isEmpty = (list: object | undefined) =>
    Object.keys(list ?? {}).length === 0;
  if (resources.every(r => isEmpty(r.requests) && isEmpty(r.limits))) {
    return 'BestEffort';
  }
  const guaranteed = resources.every(({ requests, limits }) =>
    ['cpu', 'memory'].every(
      name =>
        limits?.[name] !== undefined &&
        (requests?.[name] ?? limits[name]) === limits[name],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}
