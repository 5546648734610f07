import { KubeObject, ObjectStore, Random } from '../types';
import { allocateClusterIp } from './allocateClusterIp';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/**
 * What a new object gets from the state of the cluster: a Service its address,
 * a claim the default storage class.
 *
 * @public
 */
export function admitNewObject(
  store: Pick<ObjectStore, 'list'>,
  random: Random,
  resource: string,
  object: KubeObject,
): void {
  if (resource === 'services') {
    allocateClusterIp(object, store.list('services'), random);
  }
  if (
    resource === 'persistentvolumeclaims' &&
    object.spec.storageClassName === undefined
  ) {
    const defaultClass = store
      .list('storageclasses')
      .find(({ metadata }) => metadata.annotations?.[DEFAULT_CLASS] === 'true');
    if (defaultClass) object.spec.storageClassName = defaultClass.metadata.name;
  }
}
