import { NotFoundError } from '@backstage/errors';
import {
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HistoryView,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { AppListQuery, StatefulAppsApi, StreamOptions } from '../src';
import { appList } from '../src/__testUtils__/appList';

const HEARTBEAT_MS = 5_000;

/** Answers with recorded apps as if they were live. */
export class RecordedApi implements StatefulAppsApi {
  constructor(private readonly views: AppView[]) {}

  async listApps(query: AppListQuery): Promise<AppListView> {
    const { entityRef, state, kind, search = '' } = query;
    const matching = this.views.filter(
      view =>
        (!entityRef || view.entityRefs.includes(entityRef)) &&
        (!kind || view.kind === kind) &&
        stringifyAppRef(view.ref).includes(search),
    );
    const shown = matching.filter(
      view => !state || view.verdict.state === state,
    );
    const { counts } = appList(matching);
    return appList(shown, { counts });
  }

  async getApp(ref: AppRef): Promise<AppView> {
    const view = this.views.find(
      each => stringifyAppRef(each.ref) === stringifyAppRef(ref),
    );
    if (!view) throw new NotFoundError(`No app ${stringifyAppRef(ref)}`);
    return view;
  }

  async getHistory(): Promise<HistoryView> {
    return { items: [] };
  }

  async *streamApp(
    ref: AppRef,
    options?: StreamOptions,
  ): AsyncGenerator<AppStreamMessage> {
    const { revision } = await this.getApp(ref);
    yield* heartbeats(revision, options?.signal);
  }

  async *streamFleet(
    options?: StreamOptions,
  ): AsyncGenerator<FleetStreamMessage> {
    yield* heartbeats(1, options?.signal);
  }
}

async function* heartbeats(revision: number, signal?: AbortSignal) {
  while (!signal?.aborted) {
    const asOf = new Date().toISOString();
    yield { type: 'heartbeat' as const, revision, asOf };
    await new Promise<void>(resolve => {
      setTimeout(resolve, HEARTBEAT_MS);
    });
  }
}
