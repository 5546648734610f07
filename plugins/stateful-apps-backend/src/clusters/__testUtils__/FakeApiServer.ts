import {
  RESOURCE_NAMES,
  RESOURCES,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import http from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface RawObject {
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion?: string;
    [field: string]: unknown;
  };
  [field: string]: unknown;
}

interface Watch {
  resource: ResourceName;
  namespace?: string;
  response: http.ServerResponse;
}

interface Change {
  version: number;
  resource: ResourceName;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: RawObject;
}

/** A request as a fault sees it. */
export interface SeenRequest {
  url: URL;
  verb: 'list' | 'watch' | 'other';
  resource?: ResourceName;
  namespace?: string;
  authorization?: string;
}

export interface FaultAnswer {
  status: number;
  message?: string;
  headers?: Record<string, string>;
}

/**
 * An API server with as much of lists and watches as a reflector meets, and
 * with faults on demand. Real HTTP on a port of its own.
 */
export class FakeApiServer {
  readonly seen: SeenRequest[] = [];
  /** Answers in place of the server where it returns something. */
  fault?: (request: SeenRequest) => FaultAnswer | undefined;
  /** Accepts requests and answers none, as behind a firewall that drops. */
  frozen = false;
  /** Answers everything that is neither list nor watch. */
  other?: http.RequestListener;
  /** Versions up to this one are forgotten: watches from before are told 410. */
  compactedTo = 0;
  #version = 1000;
  #objects = new Map<ResourceName, Map<string, RawObject>>();
  #changes: Change[] = [];
  readonly #watches = new Set<Watch>();
  readonly #sockets = new Set<Socket>();
  #server?: http.Server;
  #port = 0;

  /** Starts a server, on a free port unless one is given. */
  static async start(port = 0): Promise<FakeApiServer> {
    const server = new FakeApiServer();
    server.#port = port;
    await server.listen();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get version(): string {
    return String(this.#version);
  }

  get openSockets(): number {
    return this.#sockets.size;
  }

  openWatches(resource?: ResourceName): number {
    return [...this.#watches].filter(
      watch => !resource || watch.resource === resource,
    ).length;
  }

  count(verb: SeenRequest['verb'], resource: ResourceName): number {
    return this.seen.filter(
      request => request.verb === verb && request.resource === resource,
    ).length;
  }

  /** Listens, on the same port as before. */
  async listen(): Promise<void> {
    const server = http.createServer((request, response) =>
      this.#serve(request, response),
    );
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>(resolve =>
      server.listen(this.#port, '127.0.0.1', resolve),
    );
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Dies as a killed process does: every connection is reset. */
  async kill(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = new Promise<void>(resolve => {
      if (server) server.close(() => resolve());
      else resolve();
    });
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await closed;
  }

  /** Creates or changes an object. */
  put(resource: ResourceName, object: RawObject): RawObject {
    const objects = this.#of(resource);
    const key = keyOf(object);
    const before = objects.get(key);
    if (before && before.metadata.uid !== object.metadata.uid) {
      this.remove(resource, before);
    }
    this.#version += 1;
    const stored = {
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.version },
    };
    const type = objects.has(key) ? 'MODIFIED' : 'ADDED';
    objects.set(key, stored);
    this.#change({ version: this.#version, resource, type, object: stored });
    return stored;
  }

  remove(resource: ResourceName, object: RawObject): void {
    this.#of(resource).delete(keyOf(object));
    this.#version += 1;
    this.#change({
      version: this.#version,
      resource,
      type: 'DELETED',
      object: {
        ...object,
        metadata: { ...object.metadata, resourceVersion: this.version },
      },
    });
  }

  /** Tells every open watch the present version. */
  bookmark(): void {
    for (const { resource, response } of this.#watches) {
      writeLine(response, {
        type: 'BOOKMARK',
        object: {
          kind: RESOURCES[resource].kind,
          metadata: { resourceVersion: this.version },
        },
      });
    }
  }

  /** Writes a line of any kind to the open watches of a resource. */
  inject(resource: ResourceName, line: string): void {
    for (const watch of this.#watches) {
      if (watch.resource === resource) watch.response.write(`${line}\n`);
    }
  }

  /** Ends the open watches as the server does when their time is over. */
  endWatches(resource: ResourceName): void {
    for (const watch of this.#watches) {
      if (watch.resource === resource) watch.response.end();
    }
  }

  /** The whole state, to be gone back to. */
  snapshot(): () => void {
    const version = this.#version;
    const changes = [...this.#changes];
    const objects = new Map(
      [...this.#objects].map(([name, map]) => [name, new Map(map)]),
    );
    return () => {
      this.#version = version;
      this.#changes = changes;
      this.#objects = objects;
    };
  }

  #of(resource: ResourceName): Map<string, RawObject> {
    const objects = this.#objects.get(resource) ?? new Map();
    this.#objects.set(resource, objects);
    return objects;
  }

  #change(change: Change): void {
    this.#changes.push(change);
    for (const watch of this.#watches) send(watch, change);
  }

  #serve(request: http.IncomingMessage, response: http.ServerResponse): void {
    const seen = readRequest(request);
    this.seen.push(seen);
    if (this.frozen) return;
    const fault = this.fault?.(seen);
    if (fault) {
      sendStatus(response, fault);
    } else if (seen.verb === 'list') {
      this.#list(seen, request, response);
    } else if (seen.verb === 'watch') {
      this.#watch(seen, response);
    } else if (this.other) {
      this.other(request, response);
    } else {
      sendStatus(response, { status: 404, message: 'not found' });
    }
  }

  #list(
    { url, resource, namespace }: SeenRequest,
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): void {
    const all = [...this.#of(resource!).values()].filter(
      ({ metadata }) => !namespace || metadata.namespace === namespace,
    );
    const [version, start] = (
      url.searchParams.get('continue') ?? `${this.version}_0`
    ).split('_');
    if (Number(version) < this.compactedTo) {
      sendStatus(response, { status: 410, message: 'continue token expired' });
      return;
    }
    const limit = Number(url.searchParams.get('limit') ?? all.length);
    const end = Number(start) + limit;
    const body = JSON.stringify({
      kind: `${RESOURCES[resource!].kind}List`,
      apiVersion: 'v1',
      metadata: {
        resourceVersion: version,
        ...(end < all.length && { continue: `${version}_${end}` }),
      },
      items: all.slice(Number(start), end),
    });
    response.setHeader('Content-Type', 'application/json');
    const takesGzip = request.headers['accept-encoding']?.includes('gzip');
    if (takesGzip && body.length > 128 * 1024) {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(body));
    } else {
      response.end(body);
    }
  }

  #watch(
    { url, resource, namespace }: SeenRequest,
    response: http.ServerResponse,
  ): void {
    const from = Number(url.searchParams.get('resourceVersion'));
    if (from < this.compactedTo) {
      sendStatus(response, {
        status: 410,
        message: `too old resource version: ${from} (${this.compactedTo})`,
      });
      return;
    }
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.flushHeaders();
    const watch = { resource: resource!, namespace, response };
    this.#watches.add(watch);
    response.on('close', () => this.#watches.delete(watch));
    for (const change of this.#changes) {
      if (change.version > from) send(watch, change);
    }
  }
}

function readRequest(request: http.IncomingMessage): SeenRequest {
  const url = new URL(request.url ?? '/', 'http://fake');
  const [, namespace, resource] =
    /^\/(?:api|apis\/[^/]+)\/v1(?:\/namespaces\/([^/]+))?\/([a-z]+)$/.exec(
      url.pathname,
    ) ?? [];
  const name = RESOURCE_NAMES.find(known => known === resource);
  const verb = url.searchParams.has('watch') ? 'watch' : 'list';
  return {
    url,
    verb: name ? verb : 'other',
    resource: name,
    namespace,
    authorization: request.headers.authorization,
  };
}

function send({ resource, namespace, response }: Watch, change: Change): void {
  const { object, type } = change;
  if (change.resource !== resource) return;
  if (namespace && object.metadata.namespace !== namespace) return;
  writeLine(response, { type, object });
}

function writeLine(response: http.ServerResponse, event: unknown): void {
  response.write(`${JSON.stringify(event)}\n`);
}

function sendStatus(
  response: http.ServerResponse,
  { status, message = `status ${status}`, headers }: FaultAnswer,
): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', ...headers })
    .end(
      JSON.stringify({
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        message,
        code: status,
      }),
    );
}

function keyOf({ metadata }: RawObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
