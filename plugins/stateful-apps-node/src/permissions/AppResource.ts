import { AppRef } from '@stateful-apps/backstage-plugin-common';

/** What permission rules look at. @public */
export interface AppResource {
  ref: AppRef;
  /** Entity references of the owners of the entities that the StatefulSet points back at. */
  owners: string[];
}
