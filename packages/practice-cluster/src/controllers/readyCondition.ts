import { KubeObject } from '../types';

/** The condition `Ready` of a pod or a node. @public */
export function readyCondition(object: KubeObject): any {
  return object.status?.conditions?.find(({ type }: any) => type === 'Ready');
}
