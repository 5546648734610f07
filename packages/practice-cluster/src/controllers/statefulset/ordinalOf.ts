import { KubeObject } from '../../types';

/** The ordinal that a pod's name ends in; -1 where it has none of the set. @public */
export function ordinalOf(set: KubeObject, pod: KubeObject): number {
  const prefix = `${set.metadata.name}-`;
  const rest = pod.metadata.name.slice(prefix.length);
  return pod.metadata.name.startsWith(prefix) && /^\d+$/.test(rest)
    ? Number(rest)
    : -1;
}
