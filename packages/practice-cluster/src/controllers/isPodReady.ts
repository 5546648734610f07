import { KubeObject } from '../types';
import { readyCondition } from './readyCondition';

/** Whether a pod's condition `Ready` is True. @public */
export function isPodReady(pod: KubeObject): boolean {
  return readyCondition(pod)?.status === 'True';
}
