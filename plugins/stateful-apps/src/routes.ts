import { createRouteRef } from '@backstage/core-plugin-api';

/** The fleet page. @public */
export const rootRouteRef = createRouteRef({ id: 'stateful-apps' });

/** The tab on an entity's page. @public */
export const entityContentRouteRef = createRouteRef({
  id: 'stateful-apps:entity',
});

/** Where the tab stands below an entity's page. */
export const ENTITY_TAB_PATH = '/stateful';
