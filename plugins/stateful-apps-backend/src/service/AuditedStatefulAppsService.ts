import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HistoryView,
} from '@stateful-apps/backstage-plugin-common';
import {
  CallOptions,
  ListAppsRequest,
  StatefulAppsService,
  WatchAppRequest,
  WatchFleetRequest,
} from './StatefulAppsService';

/** Records who reads what. A stream counts as one reading, when it is opened. */
export class AuditedStatefulAppsService implements StatefulAppsService {
  readonly #inner: StatefulAppsService;
  readonly #auditor: AuditorService;

  constructor(options: {
    inner: StatefulAppsService;
    auditor: AuditorService;
  }) {
    this.#inner = options.inner;
    this.#auditor = options.auditor;
  }

  async listApps(
    request: ListAppsRequest,
    options: CallOptions,
  ): Promise<AppListView> {
    const { entityRef } = request;
    const meta = { queryType: 'list', ...(entityRef && { entityRef }) };
    return this.#audit(meta, options, () =>
      this.#inner.listApps(request, options),
    );
  }

  async getApp(ref: AppRef, options: CallOptions): Promise<AppView> {
    return this.#audit({ queryType: 'by-name', app: { ...ref } }, options, () =>
      this.#inner.getApp(ref, options),
    );
  }

  async getHistory(ref: AppRef, options: CallOptions): Promise<HistoryView> {
    return this.#audit({ queryType: 'history', app: { ...ref } }, options, () =>
      this.#inner.getHistory(ref, options),
    );
  }

  async watchApp(
    request: WatchAppRequest,
    options: CallOptions,
  ): Promise<AsyncIterable<AppStreamMessage>> {
    const meta = { queryType: 'stream-by-name', app: { ...request.ref } };
    return this.#audit(meta, options, () =>
      this.#inner.watchApp(request, options),
    );
  }

  async watchFleet(
    request: WatchFleetRequest,
    options: CallOptions,
  ): Promise<AsyncIterable<FleetStreamMessage>> {
    return this.#audit({ queryType: 'stream-list' }, options, () =>
      this.#inner.watchFleet(request, options),
    );
  }

  async #audit<T>(
    meta: JsonObject,
    { request }: CallOptions,
    read: () => Promise<T>,
  ): Promise<T> {
    const event = await this.#auditor.createEvent({
      eventId: 'app-read',
      severityLevel: 'low',
      request,
      meta,
    });
    try {
      const result = await read();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  }
}
