import { mockServices } from '@backstage/backend-test-utils';
import {
  projectObject,
  ResourceFreshness,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { DefaultClusterWatcher } from '../DefaultClusterWatcher';
import { ClusterChange, Project } from '../types';
import { eventually } from '../../clusters/__testUtils__/eventually';
import { FakeApiServer } from '../../clusters/__testUtils__/FakeApiServer';
import { startGateway } from '../../clusters/__testUtils__/startGateway';

type Stack = Awaited<ReturnType<typeof startGateway>>;

/** One API server, watched through the real gateway, by a clock that stands still. */
export class Rig {
  clock = new ManualClock();
  changes: ClusterChange[] = [];
  watcher!: DefaultClusterWatcher;

  private constructor(public api: FakeApiServer, readonly stack: Stack) {}

  static async start(config?: Parameters<typeof startGateway>[0]['config']) {
    const api = await FakeApiServer.start();
    const stack = await startGateway({
      clusters: [
        {
          name: 'fake',
          url: api.url,
          authProvider: 'test',
        },
      ],
      config,
    });
    return new Rig(api, stack);
  }

  /** A new and empty API server at the same address, and nothing that watches it. */
  async reset(): Promise<void> {
    await this.watcher?.stop();
    await this.api.kill();
    this.api = await FakeApiServer.start(this.api.port);
    this.clock = new ManualClock();
    this.changes = [];
  }

  watch(
    options: {
      namespaces?: string[];
      gateway?: Gateway;
      project?: Project;
    } = {},
  ): DefaultClusterWatcher {
    this.watcher = DefaultClusterWatcher.create({
      gateway: options.gateway ?? this.stack.gateway,
      cluster: 'fake',
      namespaces: options.namespaces ?? [],
      project: options.project ?? projectObject,
      clock: this.clock,
      random: () => 0.5,
      logger: mockServices.logger.mock(),
      onChange: change => this.changes.push(change),
    });
    return this.watcher;
  }

  /** Watches, and waits until a resource is live. */
  async watchLive(options?: Parameters<Rig['watch']>[0]): Promise<void> {
    this.watch(options);
    await this.clock.advance(1_000);
    await this.becomes('pods', 'live');
    await this.becomes('statefulsets', 'live');
  }

  freshness(resource: ResourceName): ResourceFreshness {
    return this.watcher
      .freshness()
      .find(freshness => freshness.resource === resource)!;
  }

  becomes(
    resource: ResourceName,
    state: ResourceFreshness['state'],
  ): Promise<void> {
    return eventually(
      () => this.freshness(resource).state === state,
      `${resource} ${state}`,
    );
  }

  podUids(): string[] {
    return [...this.watcher.store.all('pods')].map(({ uid }) => uid).sort();
  }

  /** Waits until exactly these pods are known. */
  hasPods(...uids: string[]): Promise<void> {
    return eventually(
      () => this.podUids().join() === [...uids].sort().join(),
      `pods ${uids}`,
    ).catch(error => {
      throw new Error(`${error.message}, but ${this.podUids()}`);
    });
  }

  async stop(): Promise<void> {
    await this.watcher?.stop();
    await this.stack.stop();
    await this.api.kill();
  }
}
