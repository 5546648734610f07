import { Clock, KubeObject, ObjectStore } from '../types';

interface Place {
  resource: string;
  namespace?: string;
  name: string;
}

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/**
 * Deletes objects whose owners are all gone, and carries out foreground and
 * orphaning deletions. Works a moment after the change that calls for it, as
 * the real collector does.
 *
 * @public
 */
export class GarbageCollector {
  private readonly places = new Map<string, Place>();
  /** Uids of dependents by the uid of their owner. */
  private readonly dependents = new Map<string, Set<string>>();

  static start(store: ObjectStore, clock: Clock): GarbageCollector {
    return new GarbageCollector(store, clock);
  }

  private constructor(private readonly store: ObjectStore, clock: Clock) {
    store.subscribe(({ type, object, previous }, resource) => {
      const { uid, namespace, name, deletionTimestamp } = object.metadata;
      for (const owner of ownersOf(previous)) {
        this.dependents.get(owner)?.delete(uid);
      }
      if (type === 'DELETED') {
        this.places.delete(uid);
        clock.after(0, () => {
          this.collectDependents(uid);
          ownersOf(object).forEach(owner => this.finishForeground(owner));
        });
        return;
      }
      this.places.set(uid, { resource, namespace, name });
      for (const owner of ownersOf(object)) {
        const uids = this.dependents.get(owner) ?? new Set<string>();
        this.dependents.set(owner, uids.add(uid));
      }
      if (ownersOf(object).length > 0 && type === 'ADDED') {
        clock.after(0, () => this.collect(uid));
      }
      if (deletionTimestamp && object.metadata.finalizers) {
        clock.after(0, () => this.startPropagation(uid));
      }
    });
  }

  private collectDependents(owner: string) {
    for (const uid of this.dependents.get(owner) ?? []) this.collect(uid);
    this.dependents.delete(owner);
  }

  /** Deletes the object if all of its owners are gone; else forgets those that are. */
  private collect(uid: string) {
    const object = this.find(uid);
    const owners = ownersOf(object);
    if (!object || object.metadata.deletionTimestamp) return;
    const gone = owners.filter(owner => !this.places.has(owner));
    if (gone.length === 0) return;
    if (gone.length < owners.length) {
      this.dropOwners(uid, gone);
    } else {
      this.delete(uid, 'Background');
    }
  }

  private startPropagation(uid: string) {
    const finalizers = this.find(uid)?.metadata.finalizers ?? [];
    const dependents = [...(this.dependents.get(uid) ?? [])];
    if (finalizers.includes(ORPHAN)) {
      for (const dependent of dependents) this.dropOwners(dependent, [uid]);
      this.dropFinalizer(uid, ORPHAN);
    }
    if (finalizers.includes(FOREGROUND)) {
      for (const dependent of dependents) {
        if (!this.find(dependent)?.metadata.deletionTimestamp) {
          this.delete(dependent, 'Foreground');
        }
      }
      this.finishForeground(uid);
    }
  }

  private finishForeground(uid: string) {
    const { deletionTimestamp, finalizers } = this.find(uid)?.metadata ?? {};
    if (!deletionTimestamp || !finalizers?.includes(FOREGROUND)) return;
    const blocked = [...(this.dependents.get(uid) ?? [])].some(dependent =>
      this.find(dependent)?.metadata.ownerReferences?.some(
        owner => owner.uid === uid && owner.blockOwnerDeletion,
      ),
    );
    if (!blocked) this.dropFinalizer(uid, FOREGROUND);
  }

  private delete(uid: string, propagationPolicy: 'Background' | 'Foreground') {
    const place = this.places.get(uid);
    if (!place) return;
    this.store.delete(place.resource, place.namespace, place.name, {
      propagationPolicy,
    });
  }

  private dropOwners(uid: string, owners: readonly string[]) {
    this.change(uid, ({ metadata }) => {
      metadata.ownerReferences = metadata.ownerReferences?.filter(
        owner => !owners.includes(owner.uid),
      );
    });
  }

  private dropFinalizer(uid: string, finalizer: string) {
    this.change(uid, ({ metadata }) => {
      metadata.finalizers = metadata.finalizers?.filter(
        name => name !== finalizer,
      );
    });
  }

  private change(uid: string, change: (draft: KubeObject) => void) {
    const place = this.places.get(uid);
    if (!place) return;
    this.store.update(place.resource, place.namespace, place.name, change);
  }

  private find(uid: string): KubeObject | undefined {
    const place = this.places.get(uid);
    return place && this.store.get(place.resource, place.namespace, place.name);
  }
}

function ownersOf(object: KubeObject | undefined): string[] {
  return (object?.metadata.ownerReferences ?? []).map(({ uid }) => uid);
}
