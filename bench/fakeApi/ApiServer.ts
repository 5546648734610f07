import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ObjectTable } from './ObjectTable';
import { Traffic } from './Traffic';
import { World } from './World';

const RESOURCE_PATH =
  /^\/(?:api\/v1|apis\/([^/]+)\/[^/]+)(?:\/namespaces\/([^/]+))?\/([a-z]+)$/;
const PROXY_PATH =
  /^\/api\/v1\/namespaces\/([^/]+)\/pods\/http:([^/:]+):8500\/proxy(\/.*)$/;
const BOOKMARK_MS = 60_000;
/** As the real one: answers beyond this size are compressed for who asks for it. */
const GZIP_FROM = 128 * 1024;

/** The part of a Kubernetes API server that reading clients use: list, watch, pods/proxy. */
export class ApiServer {
  readonly traffic = new Traffic();
  private readonly server: Server;

  constructor(private readonly world: World) {
    this.server = createServer((request, response) =>
      this.handle(request, response),
    );
    this.traffic.observe(this.server);
  }

  listen(): Promise<string> {
    return new Promise(resolve => {
      this.server.listen(0, '127.0.0.1', () => {
        const { port } = this.server.address() as AddressInfo;
        resolve(`http://127.0.0.1:${port}`);
      });
    });
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const proxied = url.pathname.match(PROXY_PATH);
    if (proxied) {
      const [, namespace, pod, path] = proxied;
      // A key without a value may come as `stale` or as `stale=`.
      const search = url.search.replace(/=$/, '');
      const body = this.world.answer(namespace, pod, `${path}${search}`);
      this.traffic.countAnswer(response);
      send(request, response, body === undefined ? 404 : 200, body ?? '');
      return;
    }
    const [, group, namespace, resource] =
      url.pathname.match(RESOURCE_PATH) ?? [];
    if (!resource) {
      this.traffic.count('other');
      send(request, response, 404, STATUS_NOT_FOUND);
      return;
    }
    // Pods of the metrics group are not the pods of the core.
    const table =
      group === 'metrics.k8s.io' ? undefined : this.world.tables.get(resource);
    if (url.searchParams.get('watch')) {
      this.traffic.count('watch');
      this.watch(response, table, namespace, url.searchParams);
    } else {
      this.traffic.count('list');
      send(
        request,
        response,
        200,
        this.list(table, namespace, url.searchParams),
      );
    }
  }

  private list(
    table: ObjectTable | undefined,
    namespace: string | undefined,
    query: URLSearchParams,
  ): string {
    const version = this.world.resourceVersion;
    if (!table) {
      return `{"kind":"List","apiVersion":"v1","metadata":{"resourceVersion":"${version}"},"items":[]}`;
    }
    const selector = (query.get('labelSelector') ?? '')
      .split(',')
      .filter(Boolean)
      .map(term => term.split(/==?/));
    const { items, next, remaining } = table.page(
      Number(query.get('continue') ?? 0),
      Number(query.get('limit') || Infinity),
      entry =>
        (!namespace || entry.namespace === namespace) &&
        selector.every(([key, value]) => entry.labels[key] === value),
    );
    const more =
      next === undefined
        ? ''
        : `,"continue":"${next}","remainingItemCount":${remaining}`;
    return `{"kind":"${table.kind}List","apiVersion":"${
      table.apiVersion
    }","metadata":{"resourceVersion":"${version}"${more}},"items":[${items.join(
      ',',
    )}]}\n`;
  }

  private watch(
    response: ServerResponse,
    table: ObjectTable | undefined,
    namespace: string | undefined,
    query: URLSearchParams,
  ): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const after = Number(query.get('resourceVersion') || 0);
    const unwatch = table?.watch(after, change => {
      if (!namespace || change.namespace === namespace) {
        response.write(change.line);
      }
    });
    const bookmark =
      table && query.get('allowWatchBookmarks') === 'true'
        ? setInterval(() => {
            response.write(
              `{"type":"BOOKMARK","object":{"kind":"${table.kind}","apiVersion":"${table.apiVersion}","metadata":{"resourceVersion":"${this.world.resourceVersion}"}}}\n`,
            );
          }, BOOKMARK_MS)
        : undefined;
    const end = setTimeout(
      () => response.end(),
      1000 * Number(query.get('timeoutSeconds') || 1800),
    );
    this.traffic.openWatches += 1;
    response.on('close', () => {
      this.traffic.openWatches -= 1;
      unwatch?.();
      clearInterval(bookmark);
      clearTimeout(end);
    });
  }
}

const STATUS_NOT_FOUND =
  '{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}';

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
): void {
  const headers = { 'content-type': 'application/json' };
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (body.length > GZIP_FROM && accepted.includes('gzip')) {
    response
      .writeHead(status, { ...headers, 'content-encoding': 'gzip' })
      .end(gzipSync(body, { level: 1 }));
  } else {
    response.writeHead(status, headers).end(body);
  }
}
