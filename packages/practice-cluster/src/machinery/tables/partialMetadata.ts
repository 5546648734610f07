import { KubeObject } from '../../types';

/** An object's metadata alone. @public */
export function partialMetadata({ metadata }: KubeObject) {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}
