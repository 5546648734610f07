import { SeededRandom } from '../../clock/SeededRandom';
import { VirtualClock } from '../../clock/VirtualClock';
import { Core, createCore } from '../../createCore';
import { DefaultObjectStore } from '../../machinery/DefaultObjectStore';
import { ExecResult, KubeObject, ProxyResponse } from '../../types';
import { createFirstWorld } from '../createFirstWorld';
import { settle } from './settle';

const START = Date.parse('2026-11-22T09:00:00Z');
const NAMESPACE = 'course';

/** A whole cluster on a clock that tests step. */
export class TestCluster {
  readonly clock = VirtualClock.create(START);
  readonly store: DefaultObjectStore;
  readonly core: Core;
  /** What happened, in order: instant, kind of change, object, uid, version. */
  readonly trace: string[] = [];

  constructor(seed = 1, options: { storage?: boolean; world?: boolean } = {}) {
    const { storage = true, world = true } = options;
    const random = SeededRandom.create(seed);
    this.store = DefaultObjectStore.create(this.clock, random);
    this.store.subscribe(({ type, object }, resource) => {
      const { name, uid, resourceVersion } = object.metadata;
      const at = this.clock.now() - START;
      this.trace.push(
        `${at} ${type} ${resource}/${name} ${uid} ${resourceVersion}`,
      );
    });
    this.core = createCore({
      clock: this.clock,
      random,
      store: this.store,
      storage,
    });
    if (world) createFirstWorld(this.store);
    this.core.start();
  }

  settled(): this {
    if (!settle(this.clock, this.store)) throw new Error('not settled');
    return this;
  }

  apply(resource: string, object: object): KubeObject {
    return this.store.create(resource, object as Partial<KubeObject>);
  }

  pod(name: string): KubeObject | undefined {
    return this.store.get('pods', NAMESPACE, name);
  }

  pods(set: string): KubeObject[] {
    return this.store
      .list('pods', NAMESPACE)
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(({ name }) => name === set),
      );
  }

  deletePod(name: string, options: { force?: boolean } = {}): void {
    this.store.delete(
      'pods',
      NAMESPACE,
      name,
      options.force ? { gracePeriodSeconds: 0 } : {},
    );
  }

  advance(seconds: number): void {
    this.clock.advance(seconds * 1000);
  }

  /** Seconds until `reached`, looked at ten times a second; undefined when the limit passes. */
  secondsUntil(reached: () => boolean, limit: number): number | undefined {
    const from = this.clock.now();
    return this.clock.advanceUntil(reached, limit * 1000, 100)
      ? (this.clock.now() - from) / 1000
      : undefined;
  }

  events(reason: string): KubeObject[] {
    return this.store.list('events').filter(event => event.reason === reason);
  }

  log(pod: string, previous = false): string {
    return this.core.runtime
      .logs(NAMESPACE, pod, { previous })
      .map(({ text }) => text)
      .join('\n');
  }

  async exec(pod: string, ...command: string[]): Promise<ExecResult> {
    return this.answer(this.core.runtime.exec(NAMESPACE, pod, { command }));
  }

  async request(
    pod: string,
    path: string,
    options: { method?: string; body?: string; port?: number } = {},
  ): Promise<ProxyResponse & { text: string }> {
    const response = await this.answer(
      this.core.runtime.proxy(NAMESPACE, pod, {
        method: options.method ?? 'GET',
        scheme: 'http',
        port: options.port ?? 8500,
        path,
        headers: {},
        body: Buffer.from(options.body ?? ''),
      }),
    );
    return { ...response, text: Buffer.from(response.body).toString('utf8') };
  }

  /** Steps the clock until a promise is answered. */
  async answer<T>(promise: Promise<T>): Promise<T> {
    let open = true;
    const closed = () => {
      open = false;
    };
    promise.then(closed, closed);
    for (let steps = 0; steps < 5_000; steps += 1) {
      // The promise's own turns come before the next step.
      for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
      if (!open) return promise;
      this.clock.advance(10);
    }
    throw new Error('no answer within 50 s');
  }
}
