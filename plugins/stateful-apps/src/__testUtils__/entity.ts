import { Entity } from '@backstage/catalog-model';

/** A component with some annotations. */
export function entity(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'consul', namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
  };
}

/** The component of the recorded Consul. */
export const consulEntity = entity({
  'stateful-apps.io/statefulset': 'course/consul',
});
