import {
  AppRef,
  MemberProbe,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';
import { Interest } from './Interest';
import { ProbeTarget } from './ProbeTarget';
import { ServerProber } from './ServerProber';

const WATCHED_MS = 10_000;
const QUIET_MS = 60_000;
/** After a pod or a node of the app changed, its servers are asked each second for a while: Consul needs up to 20 s to settle. */
const HURRY_MS = 1_000;
const HURRY_FOR_MS = 20_000;

interface ProbedApp {
  ref: AppRef;
  servers: Map<string, ServerProber>;
  probes: Map<string, MemberProbe>;
  healthy: boolean;
  hurryUntil: number;
  /** Why its servers are not asked, while they are not. */
  off?: string;
}

/**
 * Keeps the newest answer of every server of the apps of one cluster. How often
 * a server is asked depends on the app, never on how many look at it.
 */
export class MemberProber {
  readonly #clock: Clock;
  readonly #interest: Interest;
  readonly #ask: (
    target: ProbeTarget,
    signal: AbortSignal,
  ) => Promise<MemberProbe>;
  readonly #onProbe: (ref: AppRef) => void;
  readonly #onError: (error: Error) => void;
  readonly #apps = new Map<string, ProbedApp>();
  readonly #unsubscribe: () => void;

  constructor(options: {
    clock: Clock;
    interest: Interest;
    ask: (target: ProbeTarget, signal: AbortSignal) => Promise<MemberProbe>;
    /** A new answer of a server of this app is there. */
    onProbe: (ref: AppRef) => void;
    onError: (error: Error) => void;
  }) {
    this.#clock = options.clock;
    this.#interest = options.interest;
    this.#ask = options.ask;
    this.#onProbe = options.onProbe;
    this.#onError = options.onError;
    this.#unsubscribe = options.interest.subscribe(ref => {
      const app = this.#apps.get(stringifyAppRef(ref));
      if (app) planAll(app);
    });
  }

  probes(ref: AppRef): ReadonlyMap<string, MemberProbe> {
    return this.#apps.get(stringifyAppRef(ref))?.probes ?? new Map();
  }

  /** Why the servers of an app cannot be asked, where none of them can. */
  probingOff(ref: AppRef): string | undefined {
    return this.#apps.get(stringifyAppRef(ref))?.off;
  }

  /** Says which servers an app has now. */
  setTargets(ref: AppRef, targets: ProbeTarget[]): void {
    const key = stringifyAppRef(ref);
    let app = this.#apps.get(key);
    if (!app) {
      app = {
        ref,
        servers: new Map(),
        probes: new Map(),
        healthy: false,
        hurryUntil: 0,
      };
      this.#apps.set(key, app);
    }
    const wanted = new Map(targets.map(it => [it.podUid, it]));
    for (const [podUid, server] of app.servers) {
      if (wanted.has(podUid)) continue;
      server.stop();
      app.servers.delete(podUid);
      app.probes.delete(podUid);
    }
    for (const [podUid, target] of wanted) {
      if (app.servers.has(podUid)) continue;
      const server = this.#server(app, target);
      app.servers.set(podUid, server);
      server.plan();
    }
  }

  /** Says how the app is: what is not healthy is asked as often as what is looked at. */
  setHealthy(ref: AppRef, healthy: boolean): void {
    const app = this.#apps.get(stringifyAppRef(ref));
    if (!app || app.healthy === healthy) return;
    app.healthy = healthy;
    planAll(app);
  }

  /** A pod or a node of the app changed. */
  hurry(ref: AppRef): void {
    const app = this.#apps.get(stringifyAppRef(ref));
    if (!app) return;
    app.hurryUntil = this.#clock.now() + HURRY_FOR_MS;
    planAll(app);
  }

  forget(ref: AppRef): void {
    this.setTargets(ref, []);
    this.#apps.delete(stringifyAppRef(ref));
  }

  stop(): void {
    this.#unsubscribe();
    for (const { ref } of [...this.#apps.values()]) this.forget(ref);
  }

  #server(app: ProbedApp, target: ProbeTarget): ServerProber {
    return new ServerProber({
      clock: this.#clock,
      ask: signal => this.#ask(target, signal),
      intervalMs: () => this.#intervalMs(app),
      onProbe: probe => {
        app.probes.set(target.podUid, probe);
        app.off = whyNoneCanBeAsked(app.probes.values());
        this.#onProbe(app.ref);
      },
      onError: this.#onError,
    });
  }

  #intervalMs(app: ProbedApp): number {
    if (app.off) return QUIET_MS;
    if (app.hurryUntil > this.#clock.now()) return HURRY_MS;
    return this.#interest.has(app.ref) || !app.healthy ? WATCHED_MS : QUIET_MS;
  }
}

function planAll(app: ProbedApp): void {
  for (const server of app.servers.values()) server.plan();
}

/** A right that is missing is missing for every server: the first such error tells it. */
function whyNoneCanBeAsked(probes: Iterable<MemberProbe>): string | undefined {
  let why: string | undefined;
  for (const { errors } of probes) {
    const forbidden = errors.find(error => error.kind === 'forbidden');
    if (!forbidden) return undefined;
    why ??= forbidden.message;
  }
  return why;
}
