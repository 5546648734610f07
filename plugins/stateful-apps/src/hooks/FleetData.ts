import { AppListView } from '@stateful-apps/backstage-plugin-common';

/** The list as it is shown. */
export interface FleetData extends AppListView {
  /** Something changed that the rows at hand cannot tell: a new app, or one on a page that is not loaded. Loading again mends it. */
  isOutdated: boolean;
}
