import { createApiRef } from '@backstage/core-plugin-api';
import { StatefulAppsApi } from './StatefulAppsApi';

/** @public */
export const statefulAppsApiRef = createApiRef<StatefulAppsApi>({
  id: 'plugin.stateful-apps.service',
});
