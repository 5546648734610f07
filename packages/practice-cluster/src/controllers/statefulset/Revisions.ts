import { isDeepStrictEqual } from 'node:util';
import { KubeObject, ObjectStore } from '../../types';
import { revisionHash } from './revisionHash';

const RESOURCE = 'controllerrevisions';
const HASH_LABEL = 'controller.kubernetes.io/hash';

/** @public */
export interface SetRevisions {
  /** What pods below the partition keep. */
  current: KubeObject;
  /** What the set's template is now. */
  update: KubeObject;
  collisionCount: number;
}

/**
 * The history of a StatefulSet's pod template.
 *
 * @public
 */
export class Revisions {
  constructor(private readonly store: ObjectStore) {}

  /** Finds or writes the revision of the set's template. */
  ensure(set: KubeObject): SetRevisions {
    const all = this.list(set);
    const data = { spec: { template: patchOf(set) } };
    const collisionCount = set.status?.collisionCount ?? 0;
    const newest = all[all.length - 1];
    const next = (newest?.revision ?? 0) + 1;
    const same = all.filter(({ data: kept }) => isDeepStrictEqual(kept, data));
    let update = same[same.length - 1];
    if (!update) {
      update = this.create(set, data, next, collisionCount);
    } else if (update !== newest) {
      // A roll-back: the old revision becomes the newest again.
      update = this.store.update(
        RESOURCE,
        set.metadata.namespace,
        update.metadata.name,
        draft => {
          draft.revision = next;
        },
      );
    }
    const current =
      all.find(
        ({ metadata }) => metadata.name === set.status?.currentRevision,
      ) ?? update;
    return { current, update, collisionCount };
  }

  /** Drops the oldest ones that no pod has, beyond the set's limit. */
  trim(set: KubeObject, kept: SetRevisions, pods: readonly KubeObject[]): void {
    const live = new Set([
      kept.current.metadata.name,
      kept.update.metadata.name,
      ...pods.map(
        ({ metadata }) => metadata.labels?.['controller-revision-hash'],
      ),
    ]);
    const old = this.list(set).filter(
      ({ metadata }) => !live.has(metadata.name),
    );
    const limit = set.spec.revisionHistoryLimit ?? 10;
    for (const { metadata } of old.slice(0, Math.max(0, old.length - limit))) {
      this.store.delete(RESOURCE, metadata.namespace, metadata.name);
    }
  }

  private list(set: KubeObject): KubeObject[] {
    return this.store
      .list(RESOURCE, set.metadata.namespace)
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(({ uid }) => uid === set.metadata.uid),
      )
      .sort((one, other) => one.revision - other.revision);
  }

  private create(
    set: KubeObject,
    data: unknown,
    revision: number,
    collisionCount: number,
  ): KubeObject {
    const hash = revisionHash(data, collisionCount);
    return this.store.create(RESOURCE, {
      metadata: {
        name: `${set.metadata.name}-${hash}`,
        namespace: set.metadata.namespace,
        labels: {
          ...set.spec.template.metadata?.labels,
          [HASH_LABEL]: hash,
        },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'StatefulSet',
            name: set.metadata.name,
            uid: set.metadata.uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      } as unknown as KubeObject['metadata'],
      data,
      revision,
    });
  }
}

function patchOf(set: KubeObject) {
  return { ...set.spec.template, $patch: 'replace' };
}
