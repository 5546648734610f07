import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Side } from './backend/sides';
import { TrafficCounts } from './fakeApi/Traffic';
import { Child, startChild } from './processes/startChild';

/** A cluster and, one at a time, the backends that read it; each in a process of its own. */
export class Rig {
  private constructor(
    private readonly cluster: Child,
    readonly clusterUrl: string,
    private readonly directory: string,
    readonly tokens: string[],
  ) {}

  static async create(
    apps: number,
    consulApps: number,
    viewers: number,
  ): Promise<Rig> {
    const cluster = startChild(
      join(__dirname, 'fakeApi', 'main.ts'),
      'api-server',
    );
    const url = await cluster.ask('start', { apps, consulApps });
    return new Rig(
      cluster,
      url,
      await mkdtemp(join(tmpdir(), 'stateful-apps-bench-')),
      Array.from({ length: viewers }, () => randomBytes(16).toString('hex')),
    );
  }

  /** Runs `work` with a backend of one side. */
  async withBackend<T>(
    side: Side,
    work: (backend: Child, base: string) => Promise<T>,
  ): Promise<T> {
    const backend = startChild(
      join(__dirname, 'backend', 'main.ts'),
      `backend-${side}`,
    );
    try {
      const base = await backend.ask('start', {
        side,
        clusterUrl: this.clusterUrl,
        tokens: this.tokens,
        directory: this.directory,
      });
      return await work(backend, base);
    } finally {
      await backend.stop();
    }
  }

  resetCounts(): Promise<void> {
    return this.cluster.ask('reset');
  }

  counts(): Promise<TrafficCounts> {
    return this.cluster.ask('counts');
  }

  /** Makes a pod of an app ready or not. */
  setReady(app: number, ordinal: number, ready: boolean): Promise<number> {
    return this.cluster.ask('setReady', { app, ordinal, ready });
  }

  async close(): Promise<void> {
    await this.cluster.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}
