import {
  AppKindName,
  HealthState,
} from '@stateful-apps/backstage-plugin-common';

/**
 * Which apps to list. Filters that are left out do not restrict.
 *
 * @public
 */
export interface AppListQuery {
  /** Only the apps of this entity. */
  entityRef?: string;
  cluster?: string;
  namespace?: string;
  kind?: AppKindName;
  state?: HealthState;
  /** Text to find in the name, namespace, cluster or entity of an app. */
  search?: string;
  /** `nextCursor` of the page before. */
  cursor?: string;
  /** How many apps a page may have. */
  limit?: number;
}
