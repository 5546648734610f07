import { ResourceName } from '@stateful-apps/backstage-plugin-common';
import {
  Gateway,
  GatewayCluster,
  GatewayError,
  GatewayListOptions,
  GatewayWatchOptions,
  MemberRequest,
  MemberResponse,
} from '@stateful-apps/backstage-plugin-node';

/** A Kubernetes object as a test writes it. */
export interface RawObject {
  metadata: {
    name: string;
    uid: string;
    namespace?: string;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

interface Shelf {
  objects: Map<string, RawObject>;
  events: Array<{ version: number; line: string }>;
  waiting: Set<() => void>;
}

/** A gateway to clusters that exist in memory only, with whatever a test puts into them. */
export class FakeGateway implements Gateway {
  clusters: GatewayCluster[] = [cluster('one')];
  /** Why clusters cannot be listed. */
  problem?: GatewayError;
  /** Every request that was made to a member. */
  readonly asked: MemberRequest[] = [];
  /** Number of lists and watches that were asked for. */
  requests = 0;
  members: (request: MemberRequest) => Promise<MemberResponse> = async () => {
    throw new GatewayError('unreachable', 'Nobody is there.');
  };
  stats: (node: string) => Promise<unknown> = async () => ({ pods: [] });
  readonly #shelves = new Map<string, Shelf>();
  #version = 100;

  async listClusters(): Promise<GatewayCluster[]> {
    if (this.problem) throw this.problem;
    return this.clusters;
  }

  async list(
    name: string,
    resource: ResourceName,
    _options?: GatewayListOptions,
  ): Promise<unknown> {
    this.requests += 1;
    return {
      metadata: { resourceVersion: String(this.#version) },
      items: [...this.#shelf(name, resource).objects.values()],
    };
  }

  async *watch(
    name: string,
    resource: ResourceName,
    options: GatewayWatchOptions,
  ): AsyncGenerator<string> {
    this.requests += 1;
    options.onOpen?.();
    const shelf = this.#shelf(name, resource);
    let seen = Number(options.resourceVersion);
    while (!options.signal.aborted) {
      for (const { version, line } of shelf.events) {
        if (version <= seen) continue;
        seen = version;
        yield line;
      }
      await new Promise<void>(resolve => {
        shelf.waiting.add(resolve);
        options.signal.addEventListener('abort', () => resolve(), {
          once: true,
        });
      });
    }
  }

  askMember(request: MemberRequest): Promise<MemberResponse> {
    this.asked.push(request);
    return this.members(request);
  }

  nodeStats(_cluster: string, node: string): Promise<unknown> {
    return this.stats(node);
  }

  put(resource: ResourceName, object: RawObject, name = 'one'): void {
    const { objects } = this.#shelf(name, resource);
    const type = objects.has(object.metadata.uid) ? 'MODIFIED' : 'ADDED';
    this.#emit(type, resource, object, name);
  }

  remove(resource: ResourceName, uid: string, name = 'one'): void {
    const object = this.#shelf(name, resource).objects.get(uid);
    if (!object) throw new Error(`There is no ${resource} with uid ${uid}`);
    this.#emit('DELETED', resource, object, name);
  }

  #emit(
    type: 'ADDED' | 'MODIFIED' | 'DELETED',
    resource: ResourceName,
    object: RawObject,
    name: string,
  ): void {
    const shelf = this.#shelf(name, resource);
    const version = ++this.#version;
    const current: RawObject = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: String(version) },
    };
    if (type === 'DELETED') shelf.objects.delete(current.metadata.uid);
    else shelf.objects.set(current.metadata.uid, current);
    shelf.events.push({
      version,
      line: JSON.stringify({ type, object: current }),
    });
    for (const wake of shelf.waiting) wake();
    shelf.waiting.clear();
  }

  #shelf(name: string, resource: ResourceName): Shelf {
    const key = `${name} ${resource}`;
    let shelf = this.#shelves.get(key);
    if (!shelf) {
      shelf = { objects: new Map(), events: [], waiting: new Set() };
      this.#shelves.set(key, shelf);
    }
    return shelf;
  }
}

/** A cluster that can be read. */
export function cluster(name: string): GatewayCluster {
  return { name, readable: true, probe: 'reading-credential' };
}
