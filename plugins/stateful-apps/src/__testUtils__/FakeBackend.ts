import {
  AppListView,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HistoryView,
} from '@stateful-apps/backstage-plugin-common';
import { delay, http, HttpResponse } from 'msw';
import { appList } from './appList';

const BASE = 'http://localhost:7007/api/stateful-apps';

type Message = AppStreamMessage | FleetStreamMessage;

/** A backend that answers over HTTP with recorded apps, and whose streams a test speaks through. */
export class FakeBackend {
  /** Addresses of the streams that were asked for, with their queries. */
  readonly streamsAsked: string[] = [];
  /** Queries of the lists that were asked for. */
  readonly listsAsked: URLSearchParams[] = [];
  /** Answered instead of everything else while it is set. */
  failure?: { status: number; name: string; message: string };
  /** Whether it keeps silent. */
  isSilent = false;
  history: HistoryView = { items: [] };
  list: AppListView;
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

  constructor(public views: AppView[], more: Partial<AppListView> = {}) {
    this.list = appList(views, more);
  }

  readonly handlers = [
    http.get(`${BASE}/apps`, ({ request }) => {
      this.listsAsked.push(new URL(request.url).searchParams);
      return this.#answer(this.list);
    }),
    http.get(`${BASE}/events`, ({ request }) => this.#stream(request)),
    http.get(`${BASE}/apps/:cluster/:namespace/:name`, ({ params }) => {
      const view = this.views.find(({ ref }) => ref.name === params.name);
      return this.#answer(view);
    }),
    http.get(`${BASE}/apps/:cluster/:namespace/:name/history`, () =>
      this.#answer(this.history),
    ),
    http.get(`${BASE}/apps/:cluster/:namespace/:name/events`, ({ request }) =>
      this.#stream(request),
    ),
  ];

  /** Sends a message to every open stream. */
  send(message: Message): void {
    const text = `id: ${message.revision}\ndata: ${JSON.stringify(
      message,
    )}\n\n`;
    for (const stream of this.#streams) {
      stream.enqueue(new TextEncoder().encode(text));
    }
  }

  /** Ends every open stream. */
  hangUp(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  async #answer(body: AppListView | AppView | HistoryView | undefined) {
    if (this.isSilent) await delay('infinite');
    if (this.failure) {
      const { status, name, message } = this.failure;
      const error = { name, message };
      return HttpResponse.json(
        { error, response: { statusCode: status } },
        { status },
      );
    }
    return HttpResponse.json(body);
  }

  #stream(request: Request) {
    const { pathname, search } = new URL(request.url);
    this.streamsAsked.push(`${pathname}${search}`);
    if (this.failure) return this.#answer(undefined);
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: opened => {
        controller = opened;
        this.#streams.add(controller);
      },
      cancel: () => {
        this.#streams.delete(controller);
      },
    });
    return new HttpResponse(body, {
      headers: { 'Content-Type': 'text/event-stream' },
    });
  }
}
