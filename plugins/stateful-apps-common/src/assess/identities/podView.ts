import { PodFacts, PodView } from '../../model';
import { AssessContext } from '../context';
import { isReady } from './isReady';
import { podReason } from './podReason';

const MESSAGE_LENGTH = 160;

function revisionOf(
  context: AssessContext,
  pod: PodFacts,
): PodView['revision'] {
  const { currentRevision, updateRevision } = context.set.status;
  if (pod.revision === undefined) return 'other';
  if (pod.revision === updateRevision) {
    return currentRevision === updateRevision ? 'only' : 'update';
  }
  return pod.revision === currentRevision ? 'current' : 'other';
}

/** @internal */
export function podView(context: AssessContext, pod: PodFacts): PodView {
  const { reason, message } = podReason(pod);
  const view: PodView = {
    uid: pod.uid,
    phase: pod.phase,
    ready: isReady(pod),
    restarts: 0,
    revision: revisionOf(context, pod),
    containers: [],
  };
  for (const container of pod.containers) {
    if (container.init) continue;
    view.restarts += container.restartCount;
    view.containers.push(container.name);
  }
  if (reason) view.reason = reason;
  if (message) {
    view.message =
      message.length > MESSAGE_LENGTH
        ? `${message.slice(0, MESSAGE_LENGTH - 1)}…`
        : message;
  }
  if (pod.creationTimestamp) view.createdAt = pod.creationTimestamp;
  if (pod.deletionTimestamp) view.deletionAt = pod.deletionTimestamp;
  if (pod.podIP) view.ip = pod.podIP;
  return view;
}
