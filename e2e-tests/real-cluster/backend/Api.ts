import {
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
} from '@stateful-apps/backstage-plugin-common';

/** The backend's API as a client with a token sees it. */
export class Api {
  constructor(readonly baseUrl: string, private readonly token: string) {}

  async app({ cluster, namespace, name }: AppRef): Promise<AppView> {
    return (await this.get(
      `/api/stateful-apps/apps/${cluster}/${namespace}/${name}`,
    )) as AppView;
  }

  async apps(query: string): Promise<AppListView> {
    return (await this.get(`/api/stateful-apps/apps?${query}`)) as AppListView;
  }

  async get(path: string): Promise<unknown> {
    const response = await this.fetch(path, {
      signal: AbortSignal.timeout(10_000),
    });
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`GET ${path}: ${response.status} ${body.slice(0, 500)}`);
    }
    return JSON.parse(body);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.token}` },
    });
  }

  /** Messages of an app's event stream until it ends or is aborted. */
  async *events(
    { cluster, namespace, name }: AppRef,
    signal: AbortSignal,
  ): AsyncGenerator<AppStreamMessage> {
    const response = await this.fetch(
      `/api/stateful-apps/apps/${cluster}/${namespace}/${name}/events`,
      { headers: { accept: 'text/event-stream' }, signal },
    );
    if (!response.ok || !response.body) {
      throw new Error(`The event stream answers ${response.status}.`);
    }
    let rest = '';
    for await (const chunk of response.body.pipeThrough(
      new TextDecoderStream(),
    )) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block
          .split('\n')
          .filter(line => line.startsWith('data:'))
          .map(line => line.slice(5).trim())
          .join('\n');
        if (data) yield JSON.parse(data);
      }
    }
  }
}
