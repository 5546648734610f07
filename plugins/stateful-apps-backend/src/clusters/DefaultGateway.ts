import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ResourceName } from '@stateful-apps/backstage-plugin-common';
import {
  GATEWAY_HEADER,
  GATEWAY_PATH,
  Gateway,
  GatewayCluster,
  GatewayError,
  GatewayListOptions,
  GatewayWatchOptions,
  MEMBER_STATUS_HEADER,
  MemberRequest,
  MemberResponse,
} from '@stateful-apps/backstage-plugin-node';
import { brokenOff } from './brokenOff';
import { gatewayUnreachable } from './gatewayUnreachable';
import { readBytes } from './readBytes';
import { readLines } from './readLines';
import { toGatewayError } from './toGatewayError';

/** How long the gateway may take; its own limits are below. */
const TIMEOUT_MS = 75_000;

/** What a member's answer may take longer on its way back. */
const MEMBER_GRACE_MS = 2_000;

const MAX_LIST_BYTES = 64 * 1024 * 1024;
const MAX_STATS_BYTES = 16 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;

/** etcd takes no object above 1.5 MB unless told to; ten times that as JSON is no object of ours. */
const MAX_LINE_BYTES = 12 * 1024 * 1024;

type Query = Record<string, string | number | undefined>;

/** Speaks HTTP to the gateway module, as the plugin itself and nobody else. */
export class DefaultGateway implements Gateway {
  readonly #discovery: DiscoveryService;
  readonly #auth: AuthService;

  private constructor(discovery: DiscoveryService, auth: AuthService) {
    this.#discovery = discovery;
    this.#auth = auth;
  }

  static create(options: {
    discovery: DiscoveryService;
    auth: AuthService;
  }): DefaultGateway {
    return new DefaultGateway(options.discovery, options.auth);
  }

  async listClusters(options?: {
    signal?: AbortSignal;
  }): Promise<GatewayCluster[]> {
    const answer = await this.#getJson(
      ['clusters'],
      {},
      MAX_STATS_BYTES,
      options?.signal,
    );
    const { clusters } = answer.value as { clusters?: GatewayCluster[] };
    if (!Array.isArray(clusters)) {
      throw new GatewayError('malformed', 'The gateway lists no clusters.');
    }
    return clusters;
  }

  async list(
    cluster: string,
    resource: ResourceName,
    options: GatewayListOptions = {},
  ): Promise<unknown> {
    const { namespace, limit, continueToken, signal, onSize } = options;
    const answer = await this.#getJson(
      ['clusters', cluster, 'resources', resource],
      {
        namespace,
        limit,
        continue: continueToken,
        resourceVersion: options.resourceVersion,
        resourceVersionMatch: options.resourceVersionMatch,
      },
      MAX_LIST_BYTES,
      signal,
    );
    onSize?.(answer.bytes);
    return answer.value;
  }

  async *watch(
    cluster: string,
    resource: ResourceName,
    options: GatewayWatchOptions,
  ): AsyncGenerator<string, void, undefined> {
    const { namespace, resourceVersion, timeoutSeconds, signal } = options;
    try {
      const response = await this.#get(
        ['clusters', cluster, 'resources', resource, 'watch'],
        { namespace, resourceVersion, timeoutSeconds },
        signal,
      );
      options.onOpen?.();
      if (!response.body) return;
      yield* readLines(response.body, {
        maxBytes: MAX_LINE_BYTES,
        onSkippedLine: options.onSkippedLine,
      });
    } catch (error) {
      if (signal.aborted) return;
      throw brokenOff(error);
    }
  }

  async askMember(request: MemberRequest): Promise<MemberResponse> {
    const { cluster, namespace, pod, operation, timeoutMs, maxBytes } = request;
    const { scheme, port } = request;
    const response = await this.#get(
      [
        'clusters',
        cluster,
        'namespaces',
        namespace,
        'pods',
        pod,
        'member',
        operation,
      ],
      { scheme, port, timeoutMs, maxBytes },
      withTimeout(request.signal, timeoutMs + MEMBER_GRACE_MS),
    );
    return {
      status: Number(response.headers.get(MEMBER_STATUS_HEADER)),
      contentType: response.headers.get('content-type') ?? undefined,
      body: await readBytes(response, maxBytes).catch(error => {
        throw brokenOff(error);
      }),
    };
  }

  async nodeStats(
    cluster: string,
    node: string,
    options?: { signal?: AbortSignal },
  ): Promise<unknown> {
    const answer = await this.#getJson(
      ['clusters', cluster, 'nodes', node, 'stats'],
      {},
      MAX_STATS_BYTES,
      options?.signal,
    );
    return answer.value;
  }

  async #getJson(
    path: string[],
    query: Query,
    maxBytes: number,
    signal: AbortSignal | undefined,
  ): Promise<{ value: unknown; bytes: number }> {
    const response = await this.#get(
      path,
      query,
      withTimeout(signal, TIMEOUT_MS),
    );
    const body = await readBytes(response, maxBytes).catch(error => {
      throw brokenOff(error);
    });
    try {
      return { value: JSON.parse(body.toString('utf8')), bytes: body.length };
    } catch (error) {
      throw new GatewayError(
        'malformed',
        `The answer is not JSON (${
          toError(error).message
        }); something between the API server and this backend changes it.`,
        { cause: error },
      );
    }
  }

  async #get(
    path: string[],
    query: Query,
    signal: AbortSignal,
  ): Promise<Response> {
    const url = await this.#url(path, query);
    // Asked for each request: tokens are short-lived, and the service knows when to make a new one.
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const send = () =>
      fetch(url, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal,
      });
    // An idle connection may be closed by the other side just as it is used again.
    const response = await send()
      .catch(error => (isReset(error) ? send() : Promise.reject(error)))
      .catch(error => {
        throw gatewayUnreachable(error);
      });
    if (response.ok && response.headers.has(GATEWAY_HEADER)) return response;
    const body = await readBytes(response, MAX_ERROR_BYTES).catch(() =>
      Buffer.alloc(0),
    );
    throw toGatewayError(response, body.toString('utf8'));
  }

  async #url(path: string[], query: Query): Promise<string> {
    const base = await this.#discovery.getBaseUrl('kubernetes');
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) parameters.set(name, String(value));
    }
    const segments = path.map(encodeURIComponent).join('/');
    return `${base}${GATEWAY_PATH}/${segments}?${parameters}`;
  }
}

function withTimeout(
  signal: AbortSignal | undefined,
  timeoutMs: number,
): AbortSignal {
  const timeout = AbortSignal.timeout(timeoutMs);
  return signal ? AbortSignal.any([signal, timeout]) : timeout;
}

function isReset(error: unknown): boolean {
  const { code } = (toError(error).cause ?? {}) as { code?: unknown };
  return code === 'ECONNRESET' || code === 'UND_ERR_SOCKET';
}
