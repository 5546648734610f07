import {
  AppSummary,
  AppView,
  StatefulSetFacts,
} from '@stateful-apps/backstage-plugin-common';

/** What is kept of one app: its newest view, its row, and the set it was made from. */
export interface AppRecord {
  view: AppView;
  summary: AppSummary;
  /** Revision of the fleet at which the row last changed. */
  rowRevision: number;
  /** Labels and annotations of it decide which entities the app belongs to. */
  statefulSet: StatefulSetFacts;
}
