import { isPodReady } from '../isPodReady';
import { readyCondition } from '../readyCondition';
import { KubeObject } from '../../types';
import { SetFacts } from './planSet';
import { setSpec } from './setSpec';

/** The status that the controller writes; revisions move on when an update is complete. @public */
export function setStatus(facts: SetFacts, collisionCount: number) {
  const { set, pods, currentRevision, updateRevision, now } = facts;
  const has = (revision: string) => (pod: KubeObject) =>
    pod.metadata.labels?.['controller-revision-hash'] === revision &&
    pod.metadata.deletionTimestamp === undefined;
  const ready = pods.filter(
    pod => pod.status?.phase === 'Running' && isPodReady(pod),
  );
  const minReadyMs = setSpec.minReadyMs(set);
  const available = ready.filter(
    pod =>
      minReadyMs === 0 ||
      Date.parse(readyCondition(pod).lastTransitionTime) + minReadyMs <= now,
  );
  const updated = pods.filter(has(updateRevision)).length;
  const complete =
    !setSpec.isOnDelete(set) &&
    setSpec.partition(set) === 0 &&
    updated === pods.length &&
    ready.length === pods.length &&
    pods.length === setSpec.replicas(set);
  return {
    observedGeneration: set.metadata.generation,
    replicas: pods.length,
    readyReplicas: ready.length,
    availableReplicas: available.length,
    currentReplicas: complete
      ? updated
      : pods.filter(has(currentRevision)).length,
    updatedReplicas: updated,
    currentRevision: complete ? updateRevision : currentRevision,
    updateRevision,
    collisionCount,
  };
}
