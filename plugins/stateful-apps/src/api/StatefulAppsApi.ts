import {
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HistoryView,
} from '@stateful-apps/backstage-plugin-common';
import { AppListQuery } from './AppListQuery';

/** Options of a single request. @public */
export interface RequestOptions {
  signal?: AbortSignal;
}

/** Options of a stream. @public */
export interface StreamOptions extends RequestOptions {
  /** The revision that the caller already has; only what came after it is sent. */
  after?: number;
}

/**
 * What the UI asks of the `stateful-apps` backend. Every method rejects with a
 * `ResponseError` when the backend refuses, and with the network's own error
 * when it cannot be reached.
 *
 * @public
 */
export interface StatefulAppsApi {
  /** One page of the apps that the user may read, worst first. */
  listApps(query: AppListQuery, options?: RequestOptions): Promise<AppListView>;

  /** Everything that is known of one app. */
  getApp(ref: AppRef, options?: RequestOptions): Promise<AppView>;

  /** Which pods gave way to which, for each identity, newest first. */
  getHistory(ref: AppRef, options?: RequestOptions): Promise<HistoryView>;

  /** The changes of one app as they happen; ends when the backend closes the stream. */
  streamApp(
    ref: AppRef,
    options?: StreamOptions,
  ): AsyncIterable<AppStreamMessage>;

  /** The changes of all apps that the user may read. */
  streamFleet(options?: StreamOptions): AsyncIterable<FleetStreamMessage>;
}
