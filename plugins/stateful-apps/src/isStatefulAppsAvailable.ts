import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_STATEFULSET } from '@stateful-apps/backstage-plugin-common';
import { hasKubernetesTab } from './hasKubernetesTab';

/**
 * Whether an entity names stateful apps, by our annotation or by those of the
 * Kubernetes plugin.
 *
 * @public
 */
export function isStatefulAppsAvailable(entity: Entity): boolean {
  return (
    Boolean(entity.metadata.annotations?.[ANNOTATION_STATEFULSET]) ||
    hasKubernetesTab(entity)
  );
}
