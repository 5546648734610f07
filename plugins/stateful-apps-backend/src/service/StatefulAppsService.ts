import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AppKindName,
  AppListView,
  AppRef,
  AppStreamMessage,
  AppView,
  FleetStreamMessage,
  HealthState,
  HistoryView,
} from '@stateful-apps/backstage-plugin-common';
import { Request } from 'express';
import { AppRecord } from '../state';

/** On whose behalf something is asked. */
export interface CallOptions {
  credentials: BackstageCredentials;
  /** The HTTP request behind it, for the audit log. */
  request?: Request;
}

/** Which apps the caller may read; set by the authorizing decorator alone. */
export type AppFilter = (record: AppRecord) => boolean;

/** What `listApps` is asked. Values of one field are alternatives; fields narrow each other. */
export interface ListAppsRequest {
  clusters?: string[];
  namespaces?: string[];
  kinds?: AppKindName[];
  states?: HealthState[];
  /** Part of a name, namespace, cluster or sentence; letter case does not count. */
  search?: string;
  /** Only the apps of this entity. */
  entityRef?: string;
  /** Rows of one page, 1 to 200. */
  limit: number;
  cursor?: string;
  readable?: AppFilter;
}

/** What `watchApp` is asked. */
export interface WatchAppRequest {
  ref: AppRef;
  /** The revision that the reader has; a view follows at once unless it is the present one. */
  after?: number;
  /** Ends the stream. */
  signal: AbortSignal;
}

/** What `watchFleet` is asked. */
export interface WatchFleetRequest {
  /** The revision that the reader has; left out, only later changes follow. */
  after?: number;
  signal: AbortSignal;
  readable?: AppFilter;
}

/**
 * What the API can do. Failures are errors of `@backstage/errors`, whose
 * messages name the object and the next step.
 */
export interface StatefulAppsService {
  listApps(
    request: ListAppsRequest,
    options: CallOptions,
  ): Promise<AppListView>;

  getApp(ref: AppRef, options: CallOptions): Promise<AppView>;

  getHistory(ref: AppRef, options: CallOptions): Promise<HistoryView>;

  /**
   * The app's views as they change, with heartbeats between them. Whoever reads
   * slowly skips views and gets the newest. Rejects before the first message
   * as `getApp` does.
   */
  watchApp(
    request: WatchAppRequest,
    options: CallOptions,
  ): Promise<AsyncIterable<AppStreamMessage>>;

  /** The rows of the fleet as they change, with heartbeats between them. */
  watchFleet(
    request: WatchFleetRequest,
    options: CallOptions,
  ): Promise<AsyncIterable<FleetStreamMessage>>;
}
