export type { AppListQuery } from './AppListQuery';
export type {
  RequestOptions,
  StatefulAppsApi,
  StreamOptions,
} from './StatefulAppsApi';
export { statefulAppsApiRef } from './statefulAppsApiRef';
export { StatefulAppsClient } from './StatefulAppsClient';
