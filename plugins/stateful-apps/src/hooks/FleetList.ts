import {
  AppListView,
  FleetStreamMessage,
} from '@stateful-apps/backstage-plugin-common';
import { AppListQuery, StatefulAppsApi } from '../api';
import { applyFleetChanges } from './applyFleetChanges';
import { FleetData } from './FleetData';
import { LiveSource, LiveStep } from './live/LiveSource';
import { mergeFleet } from './mergeFleet';

/** How many rows one page of the list has. */
export const FLEET_PAGE_SIZE = 50;

/** The rows that match a query, as they are and as they change; rows keep their place until they are sorted again. */
export class FleetList implements LiveSource<FleetData, FleetStreamMessage> {
  readonly #api: StatefulAppsApi;
  readonly #query: AppListQuery;
  #shown?: FleetData;

  constructor(api: StatefulAppsApi, query: AppListQuery) {
    this.#api = api;
    this.#query = query;
  }

  readonly load = async (signal: AbortSignal) => {
    const query = { ...this.#query, limit: FLEET_PAGE_SIZE };
    const fresh = await this.#api.listApps(query, { signal });
    return this.#show(
      this.#shown ? mergeFleet(this.#shown, fresh) : asData(fresh),
    );
  };

  readonly changes = {
    stream: (after: number, signal: AbortSignal) =>
      this.#api.streamFleet({ after, signal }),
    apply: (
      data: FleetData,
      message: FleetStreamMessage,
    ): LiveStep<FleetData> => {
      switch (message.type) {
        case 'changes':
          this.#shown = applyFleetChanges(data, message);
          return { type: 'data', data: this.#shown };
        case 'resync':
          return { type: 'reload' };
        case 'error':
          return { type: 'problem', message: message.message };
        default:
          return { type: 'heartbeat' };
      }
    },
  };

  /** Forgets the places of the rows, so that the next load brings them worst first. */
  sortAgain(): void {
    this.#shown = undefined;
  }

  /** The rows so far and those of the next page. */
  async loadMore(signal: AbortSignal) {
    const shown = this.#shown;
    if (!shown?.nextCursor) return this.load(signal);
    const next = await this.#api.listApps(
      { ...this.#query, limit: FLEET_PAGE_SIZE, cursor: shown.nextCursor },
      { signal },
    );
    const merged = mergeFleet({ ...shown, nextCursor: next.nextCursor }, next);
    return this.#show({ ...merged, nextCursor: next.nextCursor });
  }

  #show(data: FleetData) {
    this.#shown = data;
    return { data, revision: data.revision };
  }
}

function asData(list: AppListView): FleetData {
  return { ...list, isOutdated: false };
}
