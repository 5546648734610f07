import { KubeObject } from '../types';

/** `namespace/name`; the name alone for cluster-scoped objects. @public */
export function keyOf({ metadata }: KubeObject): string {
  return metadata.namespace
    ? `${metadata.namespace}/${metadata.name}`
    : metadata.name;
}
