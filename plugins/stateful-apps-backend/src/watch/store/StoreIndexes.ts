import {
  ClaimFacts,
  ControllerRevisionFacts,
  DisruptionBudgetFacts,
  EndpointSliceFacts,
  FactsByResource,
  PersistentVolumeFacts,
  PodFacts,
  ResourceName,
  StatefulSetFacts,
  StorageClassFacts,
  VolumeAttachmentFacts,
} from '@stateful-apps/backstage-plugin-common';
import { Index } from './Index';
import { objectKey } from './objectKey';

/** Stands for "no class named"; not a valid name of one. */
const DEFAULT_CLASS = '';

/** What the store needs of an index, whatever facts it holds. */
interface IndexWriter {
  add(object: FactsByResource[ResourceName]): void;
  remove(object: FactsByResource[ResourceName]): void;
}

/**
 * Every way in which objects are looked up besides uid and name. Each answers
 * in time that does not grow with the cluster.
 */
export class StoreIndexes {
  readonly podsByOwner = new Index<PodFacts>(pod =>
    pod.owner ? [pod.owner.uid] : [],
  );
  readonly podsWithoutOwner = new Index<PodFacts>(pod =>
    pod.owner ? [] : [pod.namespace ?? ''],
  );
  readonly podsByNode = new Index<PodFacts>(pod =>
    pod.nodeName ? [pod.nodeName] : [],
  );
  readonly podsByClaim = new Index<PodFacts>(pod => {
    const names = new Set<string>();
    for (const { claimName } of pod.volumes) {
      if (claimName) names.add(objectKey(pod.namespace, claimName));
    }
    return [...names];
  });
  readonly setsByNamespace = new Index<StatefulSetFacts>(set => [
    set.namespace ?? '',
  ]);
  readonly setsByService = new Index<StatefulSetFacts>(set => [
    objectKey(set.namespace, set.serviceName),
  ]);
  readonly setsByClaimStem = new Index<StatefulSetFacts>(set =>
    set.claimTemplates.map(template =>
      objectKey(set.namespace, `${template.name}-${set.name}`),
    ),
  );
  readonly claimsByStem = new Index<ClaimFacts>(claim => {
    const stem = claimStem(claim.name);
    return stem ? [objectKey(claim.namespace, stem)] : [];
  });
  readonly volumesByHost = new Index<PersistentVolumeFacts>(
    volume => volume.pinnedToNodes ?? [],
  );
  readonly volumesByClass = new Index<PersistentVolumeFacts>(volume =>
    volume.storageClassName ? [volume.storageClassName] : [],
  );
  readonly attachmentsByVolume = new Index<VolumeAttachmentFacts>(attachment =>
    attachment.persistentVolumeName ? [attachment.persistentVolumeName] : [],
  );
  readonly revisionsByOwner = new Index<ControllerRevisionFacts>(revision =>
    revision.owner ? [revision.owner.uid] : [],
  );
  readonly budgetsByNamespace = new Index<DisruptionBudgetFacts>(budget => [
    budget.namespace ?? '',
  ]);
  readonly slicesByService = new Index<EndpointSliceFacts>(slice =>
    slice.serviceName ? [objectKey(slice.namespace, slice.serviceName)] : [],
  );
  readonly setsByClass = new Index<StatefulSetFacts>(set => [
    ...new Set(
      set.claimTemplates.map(
        template => template.storageClassName ?? DEFAULT_CLASS,
      ),
    ),
  ]);

  /** The indexes that hold objects of one resource. */
  of(resource: ResourceName): IndexWriter[] {
    switch (resource) {
      case 'statefulsets':
        return [
          this.setsByNamespace,
          this.setsByService,
          this.setsByClaimStem,
          this.setsByClass,
        ];
      case 'pods':
        return [
          this.podsByOwner,
          this.podsWithoutOwner,
          this.podsByNode,
          this.podsByClaim,
        ];
      case 'persistentvolumeclaims':
        return [this.claimsByStem];
      case 'persistentvolumes':
        return [this.volumesByHost, this.volumesByClass];
      case 'volumeattachments':
        return [this.attachmentsByVolume];
      case 'controllerrevisions':
        return [this.revisionsByOwner];
      case 'poddisruptionbudgets':
        return [this.budgetsByNamespace];
      case 'endpointslices':
        return [this.slicesByService];
      default:
        return [];
    }
  }

  /** Sets whose claim templates ask for this class; `isDefault` adds those that name none. */
  setsOfClass(storageClass: StorageClassFacts): StatefulSetFacts[] {
    const named = this.setsByClass.get(storageClass.name);
    return storageClass.isDefault
      ? [...named, ...this.setsByClass.get(DEFAULT_CLASS)]
      : named;
  }
}

/** `data-consul` of `data-consul-0`; undefined where the name does not end in an ordinal. */
function claimStem(name: string): string | undefined {
  return /^(.+)-\d+$/.exec(name)?.[1];
}
