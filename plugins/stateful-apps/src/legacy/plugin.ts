import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { StatefulAppsClient, statefulAppsApiRef } from '../api';
import { entityContentRouteRef, rootRouteRef } from '../routes';

/**
 * The plugin for the old frontend system.
 *
 * @public
 */
export const statefulAppsPlugin = createPlugin({
  id: 'stateful-apps',
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  apis: [
    createApiFactory({
      api: statefulAppsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new StatefulAppsClient(dependencies),
    }),
  ],
});

/**
 * The page of all stateful apps; route it at `/stateful-apps`.
 *
 * @public
 */
export const StatefulAppsPage = statefulAppsPlugin.provide(
  createRoutableExtension({
    name: 'StatefulAppsPage',
    component: () =>
      import('./LegacyFleetPage').then(module => module.LegacyFleetPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The content of an entity's tab; route it at `/stateful`.
 *
 * @public
 */
export const EntityStatefulContent = statefulAppsPlugin.provide(
  createRoutableExtension({
    name: 'EntityStatefulContent',
    component: () =>
      import('../components/EntityStateful').then(
        module => module.EntityStateful,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The card for the overview page of an entity.
 *
 * @public
 */
export const EntityStatefulCard = statefulAppsPlugin.provide(
  createComponentExtension({
    name: 'EntityStatefulCard',
    component: {
      lazy: () =>
        import('../components/StatefulCard').then(
          module => module.StatefulCard,
        ),
    },
  }),
);
