import { PodFacts } from '../../model';
import { AssessContext, timeSince } from '../context';
import { isReady } from './isReady';

/** Ready for `minReadySeconds` at least. @internal */
export function isAvailable(context: AssessContext, pod: PodFacts): boolean {
  if (!isReady(pod)) return false;
  const { minReadySeconds } = context.set;
  if (minReadySeconds === 0) return true;
  const ready = pod.conditions.find(condition => condition.type === 'Ready');
  const since = timeSince(context, ready?.lastTransitionTime);
  return since !== undefined && since >= minReadySeconds * 1000;
}
