import { ObjectStore } from '../../types';

/** Whether every StatefulSet has all its pods, ready and of the newest revision. @public */
export function isSettled(store: ObjectStore): boolean {
  return store.list('statefulsets').every(({ spec, status, metadata }) => {
    const replicas = spec.replicas ?? 1;
    return (
      status?.observedGeneration === metadata.generation &&
      status.replicas === replicas &&
      status.readyReplicas === replicas &&
      status.updatedReplicas === replicas
    );
  });
}
