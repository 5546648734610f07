import { between } from '../clock/between';
import { ScopedClock } from '../clock/ScopedClock';
import { EventRecorder } from '../controllers/EventRecorder';
import { PodIdentity } from '../programs/Command';
import { Network } from '../programs/Network';
import { Volume } from '../programs/Volume';
import { Clock, KubeObject, ObjectStore, Random } from '../types';
import { Surroundings } from './Container';
import { ContainerSlot } from './ContainerSlot';
import { Machine } from './Machine';
import { PodHost } from './PodHost';
import { podStatus } from './podStatus';
import { MountError, podDirectory, podVolumes } from './podVolumes';

/** @public */
export interface WorkerDependencies {
  store: ObjectStore;
  clock: Clock;
  random: Random;
  network: Network;
  machine: Machine;
  events: EventRecorder;
}

const SANDBOX_MS = [350, 600] as const;
/** The kubelet looks at its containers once a second. */
const NOTICE_MS = [100, 900] as const;
/** From a change to its status in the API. */
const REPORT_MS = [350, 800] as const;
const CLEAN_UP_MS = [300, 800] as const;
const MOUNT_RETRY_MS = [500, 1_000, 2_000, 4_000, 8_000, 16_000] as const;

/**
 * One pod on its node, from its volumes to its last container's end. It acts
 * on the pod with one uid; a pod of the same name that comes after has a
 * worker of its own.
 *
 * @public
 */
export class PodWorker implements PodHost {
  readonly init: ContainerSlot[];
  readonly main: ContainerSlot[];
  readonly identity: PodIdentity;
  readonly surroundings: Surroundings;
  readonly machine: Machine;
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly random: Random;
  volumes: ReadonlyMap<string, Volume> = new Map();
  /** Work of a kubelet that runs; gone while it is stopped. */
  private work: ScopedClock;
  private readonly life: ScopedClock;
  private step: 'mounting' | 'sandbox' | 'containers' = 'mounting';
  private suspended = false;
  private terminating = false;
  private terminated = false;
  private ending = false;
  /** Slots that are on their way; a kubelet that comes back begins anew. */
  private readonly launching = new Set<ContainerSlot>();
  private readonly startedAt: number;

  constructor(
    private readonly seen: KubeObject,
    private readonly dependencies: WorkerDependencies,
    private readonly onGone: () => void,
  ) {
    const { clock, random, store, machine, network } = dependencies;
    this.clock = clock;
    this.random = random;
    this.store = store;
    this.machine = machine;
    this.life = new ScopedClock(clock);
    this.work = new ScopedClock(this.life);
    this.startedAt = clock.now();
    const { spec, metadata } = seen;
    this.identity = {
      name: metadata.name,
      namespace: metadata.namespace ?? 'default',
      uid: metadata.uid,
      ip: '',
      hostname: spec.hostname ?? metadata.name,
      nodeName: spec.nodeName,
      serviceAccountName: spec.serviceAccountName ?? 'default',
    };
    this.surroundings = {
      pod: this.identity,
      network,
      api: store,
      random,
      clock: this.life,
    };
    const slot = (container: any, init: boolean): ContainerSlot => {
      const made: ContainerSlot = new ContainerSlot(
        container,
        init,
        this,
        () => this.reportSoon(),
        () => this.onContainerExit(made),
      );
      return made;
    };
    this.init = (spec.initContainers ?? []).map((c: any) => slot(c, true));
    this.main = spec.containers.map((c: any) => slot(c, false));
    this.restoreCounts();
  }

  get hasInitContainers(): boolean {
    return (this.seen.spec.initContainers ?? []).length > 0;
  }

  get graceMs(): number {
    return (this.seen.spec.terminationGracePeriodSeconds ?? 30) * 1000;
  }

  get slots(): ContainerSlot[] {
    return [...this.init, ...this.main];
  }

  pod(): KubeObject {
    const { namespace, name, uid } = this.seen.metadata;
    const current = this.store.get('pods', namespace, name);
    return current?.metadata.uid === uid ? current : this.seen;
  }

  event(
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    fieldPath?: string,
  ): void {
    const source = { component: 'kubelet', host: this.machine.spec.name };
    const { events } = this.dependencies;
    events.record(source, this.pod(), type, reason, message, fieldPath);
  }

  /** Begins, or goes on after the kubelet was away. */
  resume(): void {
    this.suspended = false;
    if (this.terminating) {
      this.report();
      this.endWhenStopped();
      return;
    }
    this.work = new ScopedClock(this.life);
    this.launching.clear();
    if (this.step === 'mounting') this.mount(0);
    else if (this.step === 'sandbox') this.makeSandbox();
    else {
      for (const slot of this.slots) slot.adopt(this.work);
      this.advance();
    }
  }

  /** The kubelet is gone; the containers run on. */
  suspend(): void {
    this.suspended = true;
    this.work.dispose();
  }

  terminate(graceMs: number): void {
    if (!this.terminating) {
      this.terminating = true;
      this.work.dispose();
    }
    for (const slot of this.slots) slot.terminate(graceMs, this.life);
    this.report();
    this.endWhenStopped();
  }

  /** The machine lost its power: everything but the disk is gone. */
  destroy(): void {
    this.terminating = true;
    this.work.dispose();
    this.terminated = true;
    for (const slot of this.slots) slot.destroy();
    this.life.dispose();
    this.releaseAddress();
  }

  private mount(tries: number) {
    this.reportSoon();
    this.work.after(between(this.random, 60, 160), () => {
      try {
        this.volumes = podVolumes(
          this.pod(),
          this.machine,
          this.store,
          this.clock,
        );
      } catch (error) {
        if (!(error instanceof MountError)) throw error;
        this.event('Warning', 'FailedMount', error.message);
        const last = MOUNT_RETRY_MS.length - 1;
        this.work.after(MOUNT_RETRY_MS[Math.min(tries, last)], () =>
          this.mount(tries + 1),
        );
        return;
      }
      this.step = 'sandbox';
      this.makeSandbox();
    });
  }

  private makeSandbox() {
    this.work.after(between(this.random, ...SANDBOX_MS), () => {
      this.identity.ip = this.machine.allocateAddress();
      this.dependencies.network.attach(
        this.identity.ip,
        this.machine.spec.name,
      );
      this.step = 'containers';
      this.advance();
    });
  }

  /** Starts what is to be started now. */
  private advance() {
    if (this.terminating || this.step !== 'containers') return;
    const next = this.init.find(slot => slot.exitCode !== 0);
    if (next) {
      this.ensureStarted(next);
      return;
    }
    for (const slot of this.main) this.ensureStarted(slot);
    if (this.main.every(slot => !slot.running && !this.mayRestart(slot))) {
      this.terminated = true;
      this.report();
    }
  }

  private ensureStarted(slot: ContainerSlot) {
    if (slot.running || this.launching.has(slot)) return;
    if (slot.container && !this.mayRestart(slot)) {
      if (slot.init) {
        this.terminated = true;
        this.report();
      }
      return;
    }
    this.launching.add(slot);
    slot.launch(this.work);
  }

  private mayRestart(slot: ContainerSlot): boolean {
    if (!slot.container) return true;
    const policy = this.seen.spec.restartPolicy ?? 'Always';
    if (policy === 'Never') return false;
    if (slot.init || policy === 'OnFailure') return slot.exitCode !== 0;
    return true;
  }

  private onContainerExit(slot: ContainerSlot) {
    if (this.terminating) {
      this.life.after(between(this.random, ...NOTICE_MS), () => {
        this.report();
        this.endWhenStopped();
      });
      return;
    }
    this.launching.delete(slot);
    this.work.after(between(this.random, ...NOTICE_MS), () => {
      this.report();
      this.advance();
    });
  }

  private endWhenStopped() {
    if (this.suspended || this.ending) return;
    if (this.slots.some(slot => slot.running)) return;
    this.ending = true;
    this.terminated = true;
    this.report();
    this.life.after(between(this.random, ...CLEAN_UP_MS), () => {
      this.releaseAddress();
      const directory = podDirectory(this.identity.uid);
      for (const path of this.machine.directoriesBelow(directory)) {
        this.machine.removeDirectory(path);
      }
      this.life.dispose();
      this.onGone();
    });
  }

  private releaseAddress() {
    if (this.identity.ip === '') return;
    this.dependencies.network.detach(this.identity.ip);
    this.machine.releaseAddress(this.identity.ip);
  }

  /** Status goes to the API with the next look at the containers. */
  private reportSoon() {
    this.work.after(between(this.random, ...REPORT_MS), () => this.report());
  }

  private report() {
    if (this.suspended) return;
    const { namespace, name, uid } = this.seen.metadata;
    const current = this.store.get('pods', namespace, name);
    if (current?.metadata.uid !== uid) return;
    const status = podStatus(
      current,
      {
        init: this.init,
        main: this.main,
        initialized: this.init.every(slot => slot.exitCode === 0),
        sandboxReady: this.identity.ip !== '' && !this.ending,
        ip: this.identity.ip || undefined,
        hostIp: this.machine.spec.address,
        startedAt: this.startedAt,
        terminated: this.terminated,
      },
      this.clock.now(),
    );
    this.store.update('pods', namespace, name, draft => {
      draft.status = status;
    });
  }

  /** After a power cut the containers are new, their counts are not. */
  private restoreCounts() {
    const { status } = this.seen;
    const known = [
      ...(status?.initContainerStatuses ?? []),
      ...(status?.containerStatuses ?? []),
    ];
    for (const slot of this.slots) {
      const before = known.find(({ name }) => name === slot.spec.name);
      if (before?.containerID) slot.restartCount = before.restartCount + 1;
    }
  }
}
