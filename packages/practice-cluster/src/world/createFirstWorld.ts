import { KubeObject, ObjectStore } from '../types';
import { consulApp } from './consulApp';
import { webApp } from './webApp';
import { WorldObject } from './WorldObject';

const SYSTEM_NAMESPACES = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

/** Namespace of the first world's apps. @public */
export const FIRST_NAMESPACE = 'course';

/**
 * Writes the objects of the first world: the course's two apps, and Consul
 * with claims. They come up by themselves when the clock runs.
 *
 * @public
 */
export function createFirstWorld(store: ObjectStore): void {
  for (const name of [...SYSTEM_NAMESPACES, FIRST_NAMESPACE]) {
    const labels = { 'kubernetes.io/metadata.name': name };
    const spec = { finalizers: ['kubernetes'] };
    const object = { metadata: { name, labels }, spec };
    ensure(store, {
      resource: 'namespaces',
      object: { ...object, status: { phase: 'Active' } },
    });
    ensure(store, {
      resource: 'serviceaccounts',
      object: { metadata: { name: 'default', namespace: name } },
    });
  }
  for (const world of [
    ...webApp(FIRST_NAMESPACE),
    ...consulApp(FIRST_NAMESPACE, 'consul', false, '10.96.85.1'),
    ...consulApp(FIRST_NAMESPACE, 'consul-persistent', true, '10.96.85.2'),
  ]) {
    ensure(store, world);
  }
}

function ensure(store: ObjectStore, { resource, object }: WorldObject) {
  const { namespace, name } = object.metadata;
  if (store.get(resource, namespace, name)) return;
  store.create(resource, object as Partial<KubeObject>);
}
