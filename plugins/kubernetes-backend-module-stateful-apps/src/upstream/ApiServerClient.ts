import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { IncomingMessage } from 'node:http';
import { CredentialSource, CredentialUse } from '../clusters/CredentialSource';
import { ClusterSettings } from '../clusters/readClusterSettings';
import { AgentPool } from './AgentPool';
import { buildUrl } from './buildUrl';
import { connectionTo } from './connectionTo';
import { exchange } from './exchange';
import { failureOf } from './failureOf';
import { unreachable } from './unreachable';

/** One GET at an API server. */
export interface UpstreamRequest {
  cluster: ClusterDetails;
  settings: ClusterSettings;
  use: CredentialUse;
  /** Path below the cluster's url, each segment checked by the caller. */
  segments: readonly string[];
  query?: Readonly<Record<string, string | undefined>>;
  headers: Readonly<Record<string, string>>;
  /** Milliseconds until the answer's head must be there. */
  headTimeoutMs: number;
  /** Ends the request and its answer, wherever they are. */
  signal: AbortSignal;
}

/** Sends requests to API servers; follows no redirects. */
export class ApiServerClient {
  readonly #agents = new AgentPool();

  constructor(private readonly credentials: CredentialSource) {}

  /** What `take` makes of a successful answer; every other is thrown. */
  get<T>(
    request: UpstreamRequest,
    take: (response: IncomingMessage) => Promise<T>,
  ): Promise<T> {
    return this.exchange(request, async response => {
      if (isSuccess(response)) return take(response);
      throw await failureOf(response, request.cluster);
    });
  }

  /**
   * What `take` makes of the answer. If it throws `unauthorized`, the
   * credential is asked for anew, once: its file or the strategy may have a
   * newer one.
   */
  async exchange<T>(
    request: UpstreamRequest,
    take: (response: IncomingMessage) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#once(request, take);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
      this.credentials.forget(request.cluster, request.use);
      return this.#once(request, take);
    }
  }

  /** Closes every connection. */
  close(): void {
    this.#agents.close();
  }

  /** Throws nothing but {@link GatewayError}. */
  async #once<T>(
    request: UpstreamRequest,
    take: (response: IncomingMessage) => Promise<T>,
  ): Promise<T> {
    try {
      return await take(await this.#send(request));
    } catch (error) {
      throw unreachable(error, request.cluster);
    }
  }

  async #send(request: UpstreamRequest): Promise<IncomingMessage> {
    const { cluster, settings, segments, query, headers, signal } = request;
    const connection = await connectionTo(
      cluster,
      await this.credentials.get(cluster, settings, request.use),
    );
    const url = buildUrl(connection.url, segments, query);
    return exchange(
      url,
      {
        method: 'GET',
        headers: { ...headers, ...connection.headers },
        agent: this.#agents.get(cluster.name, connection),
        signal,
      },
      request.headTimeoutMs,
    );
  }
}

function isSuccess({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 200 && statusCode < 300;
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof GatewayError && error.reason === 'unauthorized';
}
