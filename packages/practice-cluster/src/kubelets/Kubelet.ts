import { between } from '../clock/between';
import { ScopedClock } from '../clock/ScopedClock';
import { timestamps } from '../clock/timestamps';
import { KubeObject, StoreEvent } from '../types';
import { nodeStatus } from './nodeStatus';
import { podDirectory, PODS_DIRECTORY } from './podVolumes';
import { PodWorker, WorkerDependencies } from './PodWorker';

const LEASE_NAMESPACE = 'kube-node-lease';
const LEASE_SECONDS = 20;
const RENEW_MS = 5_000;
const STATUS_MS = 5 * 60_000;
/** What a pod gets that was deleted without grace. */
const FORCED_GRACE_MS = 2_000;

/**
 * One node's kubelet: it runs the pods that are bound to its node and says
 * that it lives.
 *
 * @public
 */
export class Kubelet {
  private readonly workers = new Map<string, PodWorker>();
  private work: ScopedClock | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(private readonly dependencies: WorkerDependencies) {}

  get nodeName(): string {
    return this.dependencies.machine.spec.name;
  }

  get running(): boolean {
    return this.work !== undefined;
  }

  /** Workers in the order in which their pods came. */
  get pods(): readonly PodWorker[] {
    return [...this.workers.values()];
  }

  worker(uid: string): PodWorker | undefined {
    return this.workers.get(uid);
  }

  start(): void {
    if (this.work) return;
    const { clock, store, random } = this.dependencies;
    this.work = new ScopedClock(clock);
    this.register();
    this.renewLease();
    this.work.after(between(random, 0, RENEW_MS), () => this.heartbeat());
    this.work.every(STATUS_MS, () => this.reportNode());
    for (const worker of this.workers.values()) worker.resume();
    this.unsubscribe = store.subscribe((event, resource) => {
      if (resource === 'pods') this.onPod(event);
    });
    this.reconcile();
  }

  /** The process ends; containers run on. */
  stop(): void {
    this.work?.dispose();
    this.work = undefined;
    this.unsubscribe?.();
    for (const worker of this.workers.values()) worker.suspend();
  }

  /** With the machine's power all containers are gone. */
  cutPower(): void {
    this.stop();
    for (const worker of this.workers.values()) worker.destroy();
    this.workers.clear();
  }

  private onPod({ type, object }: StoreEvent) {
    if (object.spec?.nodeName !== this.nodeName) return;
    const worker = this.workers.get(object.metadata.uid);
    if (type === 'DELETED') {
      worker?.terminate(FORCED_GRACE_MS);
    } else if (worker && object.metadata.deletionTimestamp) {
      worker.terminate(
        (object.metadata.deletionGracePeriodSeconds ?? 0) * 1000,
      );
    } else if (!worker) {
      this.admit(object);
    }
  }

  private admit(pod: KubeObject) {
    const { uid } = pod.metadata;
    if (pod.metadata.deletionTimestamp) {
      this.removeFromApi(pod);
      return;
    }
    if (['Succeeded', 'Failed'].includes(pod.status?.phase)) return;
    const worker = new PodWorker(pod, this.dependencies, () => {
      this.workers.delete(uid);
      this.removeFromApi(pod);
    });
    this.workers.set(uid, worker);
    worker.resume();
  }

  /** After a start: what happened meanwhile. */
  private reconcile() {
    const { store } = this.dependencies;
    const pods = store
      .list('pods')
      .filter(({ spec }) => spec.nodeName === this.nodeName);
    const uids = new Set(pods.map(({ metadata }) => metadata.uid));
    for (const object of pods) this.onPod({ type: 'MODIFIED', object });
    for (const [uid, worker] of this.workers) {
      if (!uids.has(uid)) worker.terminate(FORCED_GRACE_MS);
    }
    this.removeLeftovers(uids);
  }

  /** Directories of pods that went while nobody looked. */
  private removeLeftovers(uids: ReadonlySet<string>) {
    const { machine } = this.dependencies;
    const kept = [...uids, ...this.workers.keys()].map(podDirectory);
    for (const path of machine.directoriesBelow(PODS_DIRECTORY)) {
      if (!kept.some(directory => path.startsWith(directory))) {
        machine.removeDirectory(path);
      }
    }
  }

  private removeFromApi({ metadata }: KubeObject) {
    const { store } = this.dependencies;
    const { namespace, name, uid } = metadata;
    const current = store.get('pods', namespace, name);
    if (current?.metadata.uid !== uid) return;
    if (current.metadata.deletionTimestamp) {
      store.remove('pods', namespace, name, { uid });
    }
  }

  private register() {
    const { store, machine } = this.dependencies;
    const { name, zone } = machine.spec;
    if (!store.get('nodes', undefined, name)) {
      store.create('nodes', {
        metadata: {
          name,
          labels: {
            'beta.kubernetes.io/arch': 'amd64',
            'beta.kubernetes.io/os': 'linux',
            'kubernetes.io/arch': 'amd64',
            'kubernetes.io/hostname': name,
            'kubernetes.io/os': 'linux',
            'topology.kubernetes.io/zone': zone,
          },
        } as unknown as KubeObject['metadata'],
        spec: { podCIDR: `${machine.spec.podPrefix}.0/24` },
        status: {},
      });
    }
    this.reportNode();
  }

  private reportNode() {
    const { store, machine, clock } = this.dependencies;
    const { name } = machine.spec;
    if (!store.get('nodes', undefined, name)) return;
    store.update('nodes', undefined, name, node => {
      node.status = nodeStatus(node, machine, clock.now());
    });
  }

  private heartbeat() {
    this.renewLease();
    const node = this.dependencies.store.get('nodes', undefined, this.nodeName);
    const ready = node?.status?.conditions?.find(
      ({ type }: any) => type === 'Ready',
    );
    if (ready?.status !== 'True') this.reportNode();
    this.work?.after(RENEW_MS, () => this.heartbeat());
  }

  private renewLease() {
    const { store, clock } = this.dependencies;
    const renewTime = timestamps.micro(clock.now());
    if (!store.get('leases', LEASE_NAMESPACE, this.nodeName)) {
      const node = store.get('nodes', undefined, this.nodeName);
      store.create('leases', {
        metadata: {
          name: this.nodeName,
          namespace: LEASE_NAMESPACE,
          ownerReferences: [
            {
              apiVersion: 'v1',
              kind: 'Node',
              name: this.nodeName,
              uid: node?.metadata.uid ?? '',
            },
          ],
        } as unknown as KubeObject['metadata'],
        spec: {
          holderIdentity: this.nodeName,
          leaseDurationSeconds: LEASE_SECONDS,
          renewTime,
        },
      });
      return;
    }
    store.update('leases', LEASE_NAMESPACE, this.nodeName, lease => {
      lease.spec.renewTime = renewTime;
    });
  }
}
