import { between } from '../clock/between';
import { ScopedClock } from '../clock/ScopedClock';
import { timestamps } from '../clock/timestamps';
import { findImage } from '../programs/findImage';
import { Image } from '../programs/Image';
import { Container } from './Container';
import {
  ContainerConfigError,
  containerEnv,
  expandReferences,
} from './containerEnv';
import { containerFiles } from './containerFiles';
import { ContainerStop } from './ContainerStop';
import { PodHost } from './PodHost';
import { pullImage } from './pullImage';
import { runHandler } from './runHandler';
import { startProbe } from './startProbe';

/** The first wait after a crash, and the longest. */
const BACK_OFF_MS = 10_000;
const MAX_BACK_OFF_MS = 300_000;
/** A container that ran as long begins again without a wait. */
const FORGIVEN_MS = 600_000;
const CREATE_MS = [250, 450] as const;
const START_ERROR = 128;

/**
 * One container of a pod's specification over its restarts.
 *
 * @public
 */
export class ContainerSlot {
  /** Why it waits; undefined once the container was made. */
  waiting: { reason: string; message?: string } | undefined;
  container: Container | undefined;
  /** The one before, with its log. */
  previous: Container | undefined;
  /** Status of the last end, in the API's form. */
  lastTermination: any;
  restartCount = 0;
  ready = false;
  started = false;
  private stop: ContainerStop | undefined;
  private probes: ScopedClock | undefined;
  private backOffMs = 0;
  private crashed = false;

  constructor(
    readonly spec: any,
    readonly init: boolean,
    private readonly host: PodHost,
    /** Told of everything that changes the pod's status. */
    private readonly onChange: () => void,
    private readonly onExit: () => void,
  ) {
    this.waiting = {
      reason: host.hasInitContainers ? 'PodInitializing' : 'ContainerCreating',
    };
  }

  get running(): boolean {
    return this.container?.running ?? false;
  }

  get exitCode(): number | undefined {
    return this.container?.exitCode;
  }

  /** Makes the container: at once, or after the back-off of a crash. */
  launch(clock: ScopedClock): void {
    const wait = this.backOff(clock.now());
    if (wait > 0) {
      this.waitForRestart(clock, wait);
      return;
    }
    const resolved = findImage(this.spec.image);
    pullImage(
      this.spec,
      resolved,
      this.host,
      clock,
      waiting => this.setWaiting(waiting),
      image => this.create(image, clock),
    );
  }

  /** A kubelet that was away looks again at a container that runs on. */
  adopt(clock: ScopedClock): void {
    if (this.running) this.startProbes(clock);
  }

  terminate(graceMs: number, clock: ScopedClock): void {
    if (!this.container?.running) return;
    if (this.stop) {
      this.stop.shorten(graceMs);
      return;
    }
    const { container } = this;
    const hook = this.spec.lifecycle?.preStop;
    this.event('Normal', 'Killing', `Stopping container ${this.spec.name}`);
    this.stop = new ContainerStop(
      container,
      clock,
      graceMs,
      hook && (done => this.runHandler(hook, container, done)),
      () => this.event('Warning', 'FailedPreStopHook', 'PreStopHook failed'),
    );
  }

  /** The machine lost its power. */
  destroy(): void {
    this.container?.kill();
  }

  private create(image: Image, clock: ScopedClock) {
    let env: Map<string, string>;
    const { host, spec } = this;
    try {
      env = containerEnv(
        spec,
        image.env,
        host.pod(),
        host.identity.ip,
        host.identity.hostname,
        host.store,
      );
    } catch (error) {
      if (!(error instanceof ContainerConfigError)) throw error;
      const message = error.message;
      this.setWaiting({ reason: 'CreateContainerConfigError', message });
      this.event('Warning', 'Failed', `Error: ${message}`);
      clock.after(10_000, () => this.create(image, clock));
      return;
    }
    const command = spec.command ?? image.entrypoint;
    const args = spec.args ?? (spec.command ? [] : image.cmd);
    const argv = [...command, ...args].map(word => expandReferences(word, env));
    clock.after(between(host.random, ...CREATE_MS), () => {
      const container = new Container(
        {
          id: host.random.hex(64),
          name: spec.name,
          image,
          argv,
          env,
          workingDirectory: spec.workingDir ?? '/',
          files: containerFiles(spec, image, env, host),
        },
        host.surroundings,
        () => this.ended(container),
      );
      this.begin(container, clock);
    });
  }

  private begin(container: Container, clock: ScopedClock) {
    if (this.container) {
      this.previous = this.container;
      this.restartCount += 1;
    }
    this.container = container;
    this.crashed = false;
    this.stop = undefined;
    this.waiting = undefined;
    const { name } = this.spec;
    this.event('Normal', 'Created', `Created container: ${name}`);
    if (!container.canStart()) {
      const message = `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "${container.spec.argv[0]}": executable file not found in $PATH`;
      this.event('Warning', 'Failed', `Error: ${message}`);
      container.startedAt = clock.now();
      container.finishedAt = clock.now();
      container.exitCode = START_ERROR;
      container.log.end();
      this.lastTermination = {
        ...this.termination(),
        reason: 'StartError',
        message,
      };
      this.noteCrash(container);
      this.onExit();
      return;
    }
    container.start();
    this.event('Normal', 'Started', `Started container ${name}`);
    this.startProbes(clock);
    this.onChange();
  }

  private ended(container: Container) {
    this.probes?.dispose();
    this.ready = false;
    this.started = false;
    this.noteCrash(container);
    this.lastTermination = this.termination();
    this.onExit();
  }

  private noteCrash(container: Container) {
    const ran = (container.finishedAt ?? 0) - (container.startedAt ?? 0);
    if (ran >= FORGIVEN_MS) this.backOffMs = 0;
    this.crashed = true;
  }

  /** Milliseconds until the next start may be. */
  private backOff(now: number): number {
    if (!this.container || !this.crashed) return 0;
    const left = (this.container.finishedAt ?? now) + this.backOffMs - now;
    if (left > 0) return left;
    this.backOffMs = Math.min(
      Math.max(BACK_OFF_MS, this.backOffMs * 2),
      MAX_BACK_OFF_MS,
    );
    // The container that is made next may crash at once: it then waits.
    this.crashed = false;
    return 0;
  }

  private waitForRestart(clock: ScopedClock, waitMs: number) {
    const { name } = this.spec;
    const pod = this.host.pod();
    const who = `container ${name} in pod ${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})`;
    this.setWaiting({
      reason: 'CrashLoopBackOff',
      message: `back-off ${this.backOffMs / 1000}s restarting failed ${who
        .replace('container ', 'container=')
        .replace(' in pod ', ' pod=')}`,
    });
    this.event('Warning', 'BackOff', `Back-off restarting failed ${who}`);
    clock.after(waitMs, () => this.launch(clock));
  }

  private startProbes(clock: ScopedClock) {
    const { startupProbe, readinessProbe, livenessProbe } = this.spec;
    this.probes?.dispose();
    const probes = new ScopedClock(clock);
    this.probes = probes;
    const afterStartup = () => {
      this.started = true;
      if (readinessProbe)
        this.probe('Readiness', readinessProbe, probes, ready => {
          this.ready = ready;
          this.onChange();
        });
      else this.ready = true;
      if (livenessProbe)
        this.probe('Liveness', livenessProbe, probes, alive => {
          if (!alive) this.restart('Liveness', clock);
        });
      this.onChange();
    };
    if (!startupProbe) {
      afterStartup();
      return;
    }
    const startup = new ScopedClock(probes);
    this.probe('Startup', startupProbe, startup, passing => {
      startup.dispose();
      if (passing) afterStartup();
      else this.restart('Startup', clock);
    });
  }

  private probe(
    kind: string,
    probe: any,
    clock: ScopedClock,
    onVerdict: (passing: boolean) => void,
  ) {
    const { container } = this;
    if (!container) return;
    startProbe(
      probe,
      clock,
      done => this.runHandler(probe, container, done),
      onVerdict,
      message =>
        this.event('Warning', 'Unhealthy', `${kind} probe failed: ${message}`),
    );
  }

  private restart(kind: string, clock: ScopedClock) {
    const { container } = this;
    if (!container || this.stop) return;
    this.event(
      'Normal',
      'Killing',
      `Container ${
        this.spec.name
      } failed ${kind.toLowerCase()} probe, will be restarted`,
    );
    const hook = this.spec.lifecycle?.preStop;
    this.stop = new ContainerStop(
      container,
      clock,
      this.host.graceMs,
      hook && (done => this.runHandler(hook, container, done)),
      () => this.event('Warning', 'FailedPreStopHook', 'PreStopHook failed'),
    );
  }

  private runHandler(
    handler: any,
    container: Container,
    done: (outcome: { ok: boolean; message: string }) => void,
  ) {
    const { identity, surroundings } = this.host;
    runHandler(
      handler,
      container,
      identity.ip,
      surroundings.network,
      this.spec.ports ?? [],
      done,
    );
  }

  private termination() {
    const { container } = this;
    if (!container) return undefined;
    const at = (ms: number | undefined) => timestamps.seconds(ms ?? 0);
    return {
      exitCode: container.exitCode,
      reason: container.exitCode === 0 ? 'Completed' : 'Error',
      startedAt: at(container.startedAt),
      finishedAt: at(container.finishedAt),
      containerID: `containerd://${container.spec.id}`,
    };
  }

  private setWaiting(waiting: { reason: string; message?: string }) {
    this.waiting = waiting;
    this.onChange();
  }

  private event(type: 'Normal' | 'Warning', reason: string, message: string) {
    const list = this.init ? 'initContainers' : 'containers';
    const path = `spec.${list}{${this.spec.name}}`;
    this.host.event(type, reason, message, path);
  }
}
