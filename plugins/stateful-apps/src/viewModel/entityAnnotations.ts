import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_STATEFULSET,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@stateful-apps/backstage-plugin-common';

/** The annotations of an entity by which its apps are found, as they stand. */
export function entityAnnotations(entity: Entity): Array<[string, string]> {
  const annotations = new Map(
    Object.entries(entity.metadata.annotations ?? {}),
  );
  return [
    ANNOTATION_STATEFULSET,
    KUBERNETES_ID_ANNOTATION,
    KUBERNETES_LABEL_SELECTOR_ANNOTATION,
    KUBERNETES_NAMESPACE_ANNOTATION,
    KUBERNETES_CLUSTER_ANNOTATION,
  ].flatMap((name): Array<[string, string]> => {
    const value = annotations.get(name);
    return value === undefined ? [] : [[name, value]];
  });
}
