import { Clock, KubeObject, ObjectStore } from '../../types';
import { keyOf } from '../keyOf';
import { splitKey } from '../splitKey';
import { WorkQueue } from '../WorkQueue';
import { storageNames } from './storageNames';

const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';

/**
 * Keeps claims that a pod uses and volumes that a claim is bound to, until
 * they are free.
 *
 * @public
 */
export class StorageProtection {
  private readonly queue: WorkQueue;

  constructor(private readonly store: ObjectStore, clock: Clock) {
    this.queue = new WorkQueue(clock, key => this.sync(key));
  }

  start(): void {
    this.store.subscribe(({ object, type }, resource) => {
      if (resource === CLAIMS || resource === VOLUMES) {
        this.queue.add(keyOf(object));
      }
      if (resource === CLAIMS && type === 'DELETED' && object.spec.volumeName) {
        this.queue.add(object.spec.volumeName);
      }
      if (resource === 'pods') {
        for (const name of claimsOf(object)) {
          this.queue.add(`${object.metadata.namespace}/${name}`);
        }
      }
    });
  }

  private sync(key: string) {
    const [namespace, name] = splitKey(key);
    const resource = namespace === undefined ? VOLUMES : CLAIMS;
    const finalizer =
      resource === CLAIMS
        ? storageNames.claimProtection
        : storageNames.volumeProtection;
    const object = this.store.get(resource, namespace, name);
    if (!object) return;
    const kept = object.metadata.finalizers ?? [];
    if (!object.metadata.deletionTimestamp) {
      if (kept.includes(finalizer)) return;
      this.store.update(resource, namespace, name, draft => {
        draft.metadata.finalizers = [...kept, finalizer];
      });
      return;
    }
    if (!kept.includes(finalizer) || this.isUsed(object)) return;
    this.store.update(resource, namespace, name, draft => {
      draft.metadata.finalizers = kept.filter(entry => entry !== finalizer);
    });
  }

  private isUsed(object: KubeObject): boolean {
    const { namespace, name } = object.metadata;
    if (namespace === undefined) return object.status?.phase === 'Bound';
    return this.store
      .list('pods', namespace)
      .some(pod => claimsOf(pod).includes(name));
  }
}

function claimsOf(pod: KubeObject): string[] {
  return (pod.spec.volumes ?? []).flatMap((volume: any) =>
    volume.persistentVolumeClaim
      ? [volume.persistentVolumeClaim.claimName]
      : [],
  );
}
