import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AppListView,
  AppRef,
  AppView,
} from '@stateful-apps/backstage-plugin-common';
import { ListAppsQuery, StatefulAppsService } from './StatefulAppsService';

interface CallOptions {
  credentials: BackstageCredentials;
}

/** Speaks HTTP to the backend plugin. @internal */
export class DefaultStatefulAppsService implements StatefulAppsService {
  readonly #discovery: DiscoveryService;
  readonly #auth: AuthService;

  private constructor(discovery: DiscoveryService, auth: AuthService) {
    this.#discovery = discovery;
    this.#auth = auth;
  }

  static create(options: {
    discovery: DiscoveryService;
    auth: AuthService;
  }): StatefulAppsService {
    return new DefaultStatefulAppsService(options.discovery, options.auth);
  }

  async listApps(
    query: ListAppsQuery,
    options: CallOptions,
  ): Promise<AppListView> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) parameters.append(name, String(item));
      }
    }
    return this.#get(`/apps?${parameters}`, options);
  }

  async getApp(ref: AppRef, options: CallOptions): Promise<AppView> {
    const segments = [ref.cluster, ref.namespace, ref.name];
    return this.#get(
      `/apps/${segments.map(encodeURIComponent).join('/')}`,
      options,
    );
  }

  async #get<T>(path: string, { credentials }: CallOptions): Promise<T> {
    const baseUrl = await this.#discovery.getBaseUrl('stateful-apps');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'stateful-apps',
    });
    const response = await fetch(`${baseUrl}${path}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json() as Promise<T>;
  }
}
