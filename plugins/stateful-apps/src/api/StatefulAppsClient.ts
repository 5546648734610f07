import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HistoryView,
} from '@stateful-apps/backstage-plugin-common';
import { AppListQuery } from './AppListQuery';
import { isStreamMessage } from './isStreamMessage';
import { readEventStream } from './readEventStream';
import {
  RequestOptions,
  StatefulAppsApi,
  StreamOptions,
} from './StatefulAppsApi';

/**
 * Talks to the `stateful-apps` backend as the signed-in user.
 *
 * @public
 */
export class StatefulAppsClient implements StatefulAppsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** {@inheritDoc StatefulAppsApi.listApps} */
  async listApps(
    query: AppListQuery,
    options?: RequestOptions,
  ): Promise<AppListView> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') {
        parameters.set(name, String(value));
      }
    }
    return this.#getJson(`/apps?${parameters}`, options);
  }

  /** {@inheritDoc StatefulAppsApi.getApp} */
  async getApp(ref: AppRef, options?: RequestOptions): Promise<AppView> {
    return this.#getJson(appPath(ref), options);
  }

  /** {@inheritDoc StatefulAppsApi.getHistory} */
  async getHistory(
    ref: AppRef,
    options?: RequestOptions,
  ): Promise<HistoryView> {
    return this.#getJson(`${appPath(ref)}/history`, options);
  }

  /** {@inheritDoc StatefulAppsApi.streamApp} */
  streamApp(
    ref: AppRef,
    options?: StreamOptions,
  ): AsyncIterable<AppStreamMessage> {
    return this.#stream<AppStreamMessage>(`${appPath(ref)}/events`, options);
  }

  /** {@inheritDoc StatefulAppsApi.streamFleet} */
  streamFleet(options?: StreamOptions): AsyncIterable<FleetStreamMessage> {
    return this.#stream<FleetStreamMessage>('/events', options);
  }

  async *#stream<TMessage extends { type: string; revision: number }>(
    path: string,
    options: StreamOptions = {},
  ): AsyncGenerator<TMessage> {
    const { after, signal } = options;
    const query = after === undefined ? '' : `?after=${after}`;
    const response = await this.#request(`${path}${query}`, {
      signal,
      headers: { Accept: 'text/event-stream' },
    });
    for await (const message of readEventStream(response)) {
      if (!isStreamMessage(message)) {
        throw new Error(
          `The event stream ${path} sent something that is no message`,
        );
      }
      yield message as TMessage;
    }
  }

  async #getJson<TBody>(
    path: string,
    options: RequestOptions = {},
  ): Promise<TBody> {
    const response = await this.#request(path, { signal: options.signal });
    return response.json();
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('stateful-apps');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

function appPath({ cluster, namespace, name }: AppRef): string {
  return `/apps/${[cluster, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
