import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
} from '@stateful-apps/backstage-plugin-common';

/** Whether the Kubernetes plugin shows its tab for an entity. Asked without that plugin's own code, which would come with it into the first chunk. */
export function hasKubernetesTab(entity: Entity): boolean {
  const { annotations } = entity.metadata;
  return Boolean(
    annotations?.[KUBERNETES_ID_ANNOTATION] ||
      annotations?.[KUBERNETES_LABEL_SELECTOR_ANNOTATION],
  );
}
