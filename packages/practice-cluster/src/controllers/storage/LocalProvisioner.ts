import { between } from '../../clock/between';
import { Machine } from '../../kubelets/Machine';
import { Clock, KubeObject, ObjectStore, Random } from '../../types';
import { EventRecorder } from '../EventRecorder';
import { keyOf } from '../keyOf';
import { splitKey } from '../splitKey';
import { WorkQueue } from '../WorkQueue';
import { storageNames } from './storageNames';

const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';
const SOURCE = { component: storageNames.provisioner };
const PROVISION_MS = [60, 160] as const;

/**
 * The provider of the StorageClass `standard`: a directory on the node that
 * the scheduler chose, and a volume that is pinned to that node. It can be
 * switched off, with its class: claims then stay Pending.
 *
 * @public
 */
export class LocalProvisioner {
  private readonly queue: WorkQueue;
  private on = false;

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly events: EventRecorder,
    private readonly machines: ReadonlyMap<string, Machine>,
  ) {
    this.queue = new WorkQueue(clock, key => this.sync(key));
  }

  start(): void {
    this.store.subscribe(({ object, type }, resource) => {
      if (resource === CLAIMS) this.queue.add(keyOf(object));
      if (resource === VOLUMES && type !== 'DELETED') {
        this.queue.add(object.metadata.name);
      }
    });
  }

  /** Adds or takes away the class and what serves it. */
  setOn(on: boolean): void {
    this.on = on;
    const { className } = storageNames;
    const exists = this.store.get('storageclasses', undefined, className);
    if (!on) {
      if (exists) this.store.delete('storageclasses', undefined, className);
      return;
    }
    if (!exists) {
      this.store.create('storageclasses', {
        metadata: {
          name: className,
          annotations: { [storageNames.defaultClass]: 'true' },
        } as unknown as KubeObject['metadata'],
        provisioner: storageNames.provisioner,
        reclaimPolicy: 'Delete',
        volumeBindingMode: 'WaitForFirstConsumer',
      });
    }
    for (const claim of this.store.list(CLAIMS)) this.queue.add(keyOf(claim));
    for (const { metadata } of this.store.list(VOLUMES)) {
      this.queue.add(metadata.name);
    }
  }

  private sync(key: string) {
    if (!this.on) return;
    const [namespace, name] = splitKey(key);
    if (namespace === undefined) this.reclaim(name);
    else this.provisionLater(key);
  }

  private provisionLater(key: string) {
    const wait = between(this.random, ...PROVISION_MS);
    if (!this.wanted(key)) return;
    this.clock.after(wait, () => {
      const claim = this.on ? this.wanted(key) : undefined;
      if (claim) this.provision(claim);
    });
  }

  /** The claim, if it waits for a volume of ours. */
  private wanted(key: string): KubeObject | undefined {
    const [namespace, name] = splitKey(key);
    const claim = this.store.get(CLAIMS, namespace, name);
    if (!claim || claim.spec.volumeName || claim.metadata.deletionTimestamp) {
      return undefined;
    }
    const { annotations = {} } = claim.metadata;
    const ours =
      annotations[storageNames.storageProvisioner] === storageNames.provisioner;
    if (!ours || !annotations[storageNames.selectedNode]) return undefined;
    const volume = `pvc-${claim.metadata.uid}`;
    return this.store.get(VOLUMES, undefined, volume) ? undefined : claim;
  }

  private provision(claim: KubeObject) {
    const node = claim.metadata.annotations![storageNames.selectedNode];
    const name = `pvc-${claim.metadata.uid}`;
    const machine = this.machines.get(node);
    if (!machine) {
      this.events.record(
        SOURCE,
        claim,
        'Warning',
        'ProvisioningFailed',
        `failed to provision volume on ${node}: no such node`,
      );
      return;
    }
    const path = `/var/volumes/${name}`;
    machine.makeDirectory(path);
    this.store.create(VOLUMES, {
      metadata: {
        name,
        annotations: { [storageNames.provisionedBy]: storageNames.provisioner },
        finalizers: [storageNames.volumeProtection],
      } as unknown as KubeObject['metadata'],
      spec: {
        capacity: { storage: claim.spec.resources?.requests?.storage },
        accessModes: claim.spec.accessModes,
        persistentVolumeReclaimPolicy:
          this.store.get('storageclasses', undefined, storageNames.className)
            ?.reclaimPolicy ?? 'Delete',
        storageClassName: claim.spec.storageClassName,
        volumeMode: 'Filesystem',
        claimRef: {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          namespace: claim.metadata.namespace,
          name: claim.metadata.name,
          uid: claim.metadata.uid,
          resourceVersion: claim.metadata.resourceVersion,
        },
        local: { path },
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  {
                    key: 'kubernetes.io/hostname',
                    operator: 'In',
                    values: [node],
                  },
                ],
              },
            ],
          },
        },
      },
      status: { phase: 'Pending' },
    });
    this.events.record(
      SOURCE,
      claim,
      'Normal',
      'ProvisioningSucceeded',
      `Successfully provisioned volume ${name} on ${node}`,
    );
  }

  /** A released volume goes with its directory, where its policy says so. */
  private reclaim(name: string) {
    const volume = this.store.get(VOLUMES, undefined, name);
    const ours =
      volume?.metadata.annotations?.[storageNames.provisionedBy] ===
      storageNames.provisioner;
    if (
      !ours ||
      volume.status?.phase !== 'Released' ||
      volume.spec.persistentVolumeReclaimPolicy !== 'Delete' ||
      volume.metadata.deletionTimestamp
    ) {
      return;
    }
    for (const machine of this.machines.values()) {
      machine.removeDirectory(volume.spec.local.path);
    }
    this.store.delete(VOLUMES, undefined, name);
  }
}
