import { randomUUID } from 'node:crypto';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { apiErrors } from '../machinery/apiErrors';
import { ApiError } from '../types';
import { ApiServices } from './ApiServices';
import { authenticate } from './authenticate';
import { authorize } from './authorize';
import { SERVED_RESOURCES } from './discovery/servedResources';
import { Faults } from './Faults';
import { parseExecRequest } from './handlers/ExecRequest';
import { EXEC_PROTOCOLS, ExecSession } from './handlers/ExecSession';
import { serveResource } from './handlers/serveResource';
import { parseRequestTarget } from './parseRequestTarget';
import { RequestContext, ResourceContext } from './RequestContext';
import { PathTarget, ResourceTarget } from './RequestTarget';
import { respond } from './respond';
import { routeErrors } from './routeErrors';
import { servePath } from './servePath';
import { splitTokenPath } from './splitTokenPath';

const LOOPBACK = '127.0.0.1';
/** Longer than clients keep connections, so that none is closed under a request. */
const KEEP_ALIVE_MS = 120_000;

/** @public */
export interface ApiServerOptions {
  /** Services but for the faults, which the server makes. */
  services: Omit<ApiServices, 'faults'>;
  /** 0 for a free port. */
  port: number;
  /** Called before each request is handled; brings the cluster's clock up to date. */
  beforeRequest(): void;
  /** Told of failures that are the server's own. */
  onError(error: unknown): void;
}

/**
 * The HTTP side of the practice cluster: Kubernetes' API on loopback.
 *
 * @public
 */
export class ApiServer {
  readonly services: ApiServices;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly webSockets = new WebSocketServer({
    noServer: true,
    handleProtocols: offered =>
      EXEC_PROTOCOLS.find(protocol => offered.has(protocol)) ?? false,
  });

  /** Listens when it resolves. Rejects where the port is taken. */
  static async start(options: ApiServerOptions): Promise<ApiServer> {
    const server = new ApiServer(options);
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.server.listen(options.port, LOOPBACK, resolve);
    });
    return server;
  }

  private constructor(private readonly options: ApiServerOptions) {
    const { watchCache, counters } = options.services;
    this.services = {
      ...options.services,
      faults: Faults.create({
        dropConnections: () => this.dropConnections(),
        forgetHistory: () => watchCache.compact(),
      }),
    };
    this.server = createServer(
      { keepAliveTimeout: KEEP_ALIVE_MS },
      (request, response) => void this.answer(request, response),
    );
    this.server.on('upgrade', (request, socket, head) => {
      void this.upgrade(request, socket, head);
    });
    this.server.on('connection', socket => {
      this.sockets.add(socket);
      counters.countConnection(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  /** `http://127.0.0.1:PORT`. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://${LOOPBACK}:${port}`;
  }

  /** Cuts all connections and frees the port. */
  async close(): Promise<void> {
    const closed = new Promise<void>(resolve => {
      this.server.close(() => resolve());
    });
    this.dropConnections();
    await closed;
  }

  private dropConnections() {
    for (const socket of this.sockets) socket.destroy();
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    await this.handle(request, response, async context => {
      if (context.target.type === 'path') {
        await servePath(context as RequestContext<PathTarget>);
      } else {
        await serveResource(withDefinition(context));
      }
    });
  }

  private async upgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ) {
    // A client that leaves during the handshake ends nothing else.
    socket.on('error', () => socket.destroy());
    const response = new ServerResponse(request);
    response.assignSocket(socket as Socket);
    response.shouldKeepAlive = false;
    response.on('finish', () => socket.end());
    await this.handle(request, response, async context => {
      const resource = withDefinition(context);
      const { definition, target } = resource;
      if (definition.name !== 'pods' || target.subresource !== 'exec') {
        throw routeErrors.notServed();
      }
      const exec = parseExecRequest(resource);
      const offered = String(request.headers['sec-websocket-protocol'] ?? '');
      if (!EXEC_PROTOCOLS.some(protocol => offered.includes(protocol))) {
        throw apiErrors.badRequest(
          `unable to upgrade: none of the subprotocols is served; served are ${EXEC_PROTOCOLS.join(
            ', ',
          )}`,
        );
      }
      response.detachSocket(socket as Socket);
      this.webSockets.handleUpgrade(request, socket, head, webSocket =>
        ExecSession.start(webSocket, exec, this.services.runtime),
      );
    });
  }

  /** The way of every request: count, faults, who, whether, what. */
  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
    serve: (context: RequestContext) => Promise<void>,
  ) {
    const { services } = this;
    const { url: path, token } = splitTokenPath(request.url ?? '/');
    const url = new URL(`http://${LOOPBACK}${path}`);
    try {
      this.options.beforeRequest();
      response.setHeader('Audit-Id', randomUUID());
      response.setHeader('Cache-Control', 'no-cache, private');
      response.setHeader('Date', new Date(services.clock.now()).toUTCString());
      const target = parseRequestTarget(request.method ?? 'GET', url);
      services.counters.countRequest(target);
      const user = authenticate(request, token, services.tokens);
      const fault = services.faults.take(target, user.user);
      if (fault?.delayMs) {
        await delay(fault.delayMs);
        this.options.beforeRequest();
      }
      if (fault?.reset) {
        request.socket.destroy();
        return;
      }
      const refusal = fault && Faults.toError(fault);
      if (refusal) throw refusal;
      authorize(user, target);
      await serve({ request, response, url, target, user, services });
    } catch (error) {
      await this.fail({ request, response, url }, error);
    }
  }

  private async fail(
    context: Pick<RequestContext, 'request' | 'response' | 'url'>,
    error: unknown,
  ) {
    if (context.response.headersSent || context.response.destroyed) {
      context.response.destroy();
    } else if (error instanceof ApiError) {
      await respond.error(context, error);
      return;
    } else if (!context.request.socket.destroyed) {
      await respond.error(
        context,
        apiErrors.internal((error as Error).message),
      );
    }
    if (!context.request.socket.destroyed) this.options.onError(error);
  }
}

function withDefinition(context: RequestContext): ResourceContext {
  const target = context.target as ResourceTarget;
  const definition = SERVED_RESOURCES.find(
    ({ name, group, version }) =>
      name === target.resource &&
      group === target.group &&
      version === target.version,
  );
  if (!definition) throw routeErrors.notServed();
  if (
    !definition.namespaced &&
    target.namespace &&
    target.resource !== 'namespaces'
  ) {
    throw routeErrors.notServed();
  }
  return { ...context, target, definition };
}
