import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AppKindName,
  AppListView,
  AppRef,
  AppView,
  HealthState,
} from '@stateful-apps/backstage-plugin-common';

/** Which apps to list. Values of one field are alternatives; fields narrow each other. @public */
export interface ListAppsQuery {
  cluster?: string[];
  namespace?: string[];
  kind?: AppKindName[];
  state?: HealthState[];
  /** Part of a name, namespace, cluster or sentence. */
  search?: string;
  /** Only the apps that the annotations of this entity name. */
  entityRef?: string;
  /** Rows of one page, 1 to 200, 50 if left out. */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

/**
 * The stateful apps as other backend plugins see them, on behalf of whoever
 * the credentials belong to. Failures are `ResponseError`s.
 *
 * @public
 */
export interface StatefulAppsService {
  /** One page of apps, worst first. */
  listApps(
    query: ListAppsQuery,
    options: { credentials: BackstageCredentials },
  ): Promise<AppListView>;

  /** The present view of one app. */
  getApp(
    ref: AppRef,
    options: { credentials: BackstageCredentials },
  ): Promise<AppView>;
}
