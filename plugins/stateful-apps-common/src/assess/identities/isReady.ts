import { PodFacts } from '../../model';

/** Kubernetes' `isRunningAndReady`. @internal */
export function isReady(pod: PodFacts): boolean {
  return (
    pod.phase === 'Running' &&
    pod.conditions.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    )
  );
}
