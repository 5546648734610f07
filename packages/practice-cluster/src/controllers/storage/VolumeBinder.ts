import { timestamps } from '../../clock/timestamps';
import { Clock, KubeObject, ObjectStore } from '../../types';
import { EventRecorder } from '../EventRecorder';
import { keyOf } from '../keyOf';
import { matchesSelector } from '../matchesSelector';
import { splitKey } from '../splitKey';
import { WorkQueue } from '../WorkQueue';
import { quantity } from './quantity';
import { storageNames } from './storageNames';

const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';
const SOURCE = { component: 'persistentvolume-controller' };
const RESYNC_MS = 15_000;

/**
 * Binds claims and volumes to each other, and says of a claim why it is not
 * bound.
 *
 * @public
 */
export class VolumeBinder {
  private readonly claimQueue: WorkQueue;
  private readonly volumeQueue: WorkQueue;

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly events: EventRecorder,
  ) {
    this.claimQueue = new WorkQueue(clock, key => this.syncClaim(key));
    this.volumeQueue = new WorkQueue(clock, key => this.syncVolume(key));
  }

  start(): void {
    this.store.subscribe(({ object }, resource) => {
      if (resource === CLAIMS) {
        this.claimQueue.add(keyOf(object));
        if (object.spec.volumeName)
          this.volumeQueue.add(object.spec.volumeName);
      }
      if (resource === VOLUMES) {
        this.volumeQueue.add(object.metadata.name);
        this.addAll(claim => claim.status?.phase !== 'Bound');
      }
      if (resource === 'storageclasses') {
        this.addAll(claim => claim.status?.phase !== 'Bound');
      }
    });
    this.resync();
  }

  private resync() {
    this.addAll(claim => claim.status?.phase !== 'Bound');
    this.clock.after(RESYNC_MS, () => this.resync());
  }

  private addAll(wanted: (claim: KubeObject) => boolean) {
    for (const claim of this.store.list(CLAIMS)) {
      if (wanted(claim)) this.claimQueue.add(keyOf(claim));
    }
  }

  private syncClaim(key: string) {
    const [namespace, name] = splitKey(key);
    const claim = this.store.get(CLAIMS, namespace, name);
    if (!claim || claim.metadata.deletionTimestamp) return;
    if (claim.spec.volumeName) {
      this.completeBinding(claim);
      return;
    }
    const volume = this.findVolume(claim);
    if (volume) {
      this.bind(claim, volume);
      return;
    }
    this.explain(this.withDefaultClass(claim));
  }

  /** A claim without a class gets the default one as soon as there is one. */
  private withDefaultClass(claim: KubeObject): KubeObject {
    if (claim.spec.storageClassName !== undefined) return claim;
    const standard = this.store
      .list('storageclasses')
      .find(
        ({ metadata }) =>
          metadata.annotations?.[storageNames.defaultClass] === 'true',
      );
    if (!standard) return claim;
    const { namespace, name } = claim.metadata;
    return this.store.update(CLAIMS, namespace, name, draft => {
      draft.spec.storageClassName = standard.metadata.name;
    });
  }

  private explain(claim: KubeObject) {
    const className = claim.spec.storageClassName;
    const say = (type: 'Normal' | 'Warning', reason: string, text: string) =>
      this.events.record(SOURCE, claim, type, reason, text);
    if (!className) {
      say(
        'Normal',
        'FailedBinding',
        'no persistent volumes available for this claim and no storage class is set',
      );
      return;
    }
    const storageClass = this.store.get('storageclasses', undefined, className);
    if (!storageClass) {
      say(
        'Warning',
        'ProvisioningFailed',
        `storageclass.storage.k8s.io "${className}" not found`,
      );
      return;
    }
    const node = claim.metadata.annotations?.[storageNames.selectedNode];
    if (storageClass.volumeBindingMode === 'WaitForFirstConsumer' && !node) {
      say(
        'Normal',
        'WaitForFirstConsumer',
        'waiting for first consumer to be created before binding',
      );
      return;
    }
    const { provisioner } = storageClass;
    const { namespace, name } = claim.metadata;
    this.store.update(CLAIMS, namespace, name, draft => {
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        [storageNames.storageProvisioner]: provisioner,
        [storageNames.betaStorageProvisioner]: provisioner,
      };
    });
    say(
      'Normal',
      'ExternalProvisioning',
      `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`,
    );
  }

  /** The volume that is reserved for the claim, else the smallest free one that fits. */
  private findVolume(claim: KubeObject): KubeObject | undefined {
    const volumes = this.store.list(VOLUMES);
    const reserved = volumes.find(
      ({ spec }) =>
        spec.claimRef?.namespace === claim.metadata.namespace &&
        spec.claimRef?.name === claim.metadata.name &&
        (!spec.claimRef.uid || spec.claimRef.uid === claim.metadata.uid),
    );
    if (reserved) return reserved;
    const className = claim.spec.storageClassName ?? '';
    const delayed =
      this.store.get('storageclasses', undefined, className)
        ?.volumeBindingMode === 'WaitForFirstConsumer';
    if (delayed) return undefined;
    const wanted = quantity(claim.spec.resources?.requests?.storage);
    return volumes
      .filter(
        ({ spec, metadata }) =>
          !spec.claimRef &&
          !metadata.deletionTimestamp &&
          (spec.storageClassName ?? '') === className &&
          quantity(spec.capacity?.storage) >= wanted &&
          (claim.spec.accessModes ?? []).every((mode: string) =>
            spec.accessModes?.includes(mode),
          ) &&
          (!claim.spec.selector ||
            matchesSelector(claim.spec.selector, metadata.labels)),
      )
      .sort(
        (one, other) =>
          quantity(one.spec.capacity.storage) -
          quantity(other.spec.capacity.storage),
      )[0];
  }

  private bind(claim: KubeObject, volume: KubeObject) {
    const { namespace, name, uid } = claim.metadata;
    this.store.update(VOLUMES, undefined, volume.metadata.name, draft => {
      draft.spec.claimRef = {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace,
        name,
        uid,
        resourceVersion:
          draft.spec.claimRef?.resourceVersion ??
          claim.metadata.resourceVersion,
      };
      draft.status = this.volumeStatus(draft, 'Bound');
    });
    this.store.update(CLAIMS, namespace, name, draft => {
      draft.spec.volumeName = volume.metadata.name;
      draft.metadata.annotations = {
        ...draft.metadata.annotations,
        [storageNames.bindCompleted]: 'yes',
        [storageNames.boundByController]: 'yes',
      };
      draft.status = boundStatus(volume);
    });
  }

  private completeBinding(claim: KubeObject) {
    const { namespace, name, uid } = claim.metadata;
    const volume = this.store.get(VOLUMES, undefined, claim.spec.volumeName);
    const status = claim.status?.phase;
    if (!volume && status === 'Bound') {
      this.events.record(
        SOURCE,
        claim,
        'Warning',
        'ClaimLost',
        'Bound claim has lost its PersistentVolume. Data on the volume is lost!',
      );
      this.store.update(CLAIMS, namespace, name, draft => {
        draft.status = { phase: 'Lost' };
      });
      return;
    }
    const owner = volume?.spec.claimRef;
    const free = volume && !owner;
    const mine = owner?.namespace === namespace && owner?.name === name;
    if (volume && (free || (mine && (owner.uid ?? uid) === uid))) {
      if (status !== 'Bound') this.bind(claim, volume);
    }
  }

  private syncVolume(name: string) {
    const volume = this.store.get(VOLUMES, undefined, name);
    if (!volume || volume.metadata.deletionTimestamp) return;
    const { claimRef } = volume.spec;
    const claim =
      claimRef && this.store.get(CLAIMS, claimRef.namespace, claimRef.name);
    const held =
      claim && (!claimRef.uid || claim.metadata.uid === claimRef.uid);
    let phase = 'Available';
    if (claimRef?.uid) phase = held ? 'Bound' : 'Released';
    this.store.update(VOLUMES, undefined, name, draft => {
      draft.status = this.volumeStatus(draft, phase);
    });
  }

  private volumeStatus(volume: KubeObject, phase: string) {
    if (volume.status?.phase === phase) return volume.status;
    const lastPhaseTransitionTime = timestamps.seconds(this.clock.now());
    return { phase, lastPhaseTransitionTime };
  }
}

function boundStatus(volume: KubeObject) {
  return {
    phase: 'Bound',
    accessModes: volume.spec.accessModes,
    capacity: volume.spec.capacity,
  };
}
