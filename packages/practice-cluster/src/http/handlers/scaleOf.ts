import { labelText } from '../../machinery/tables/columns';
import { KubeObject } from '../../types';

/** The `autoscaling/v1` Scale of an object. @public */
export function scaleOf({ metadata, spec, status }: KubeObject) {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: spec.replicas ? { replicas: spec.replicas } : {},
    status: {
      replicas: status?.replicas ?? 0,
      selector: labelText(spec.selector?.matchLabels),
    },
  };
}
