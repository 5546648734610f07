import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import StorageIcon from '@material-ui/icons/Storage';
import { StatefulAppsClient, statefulAppsApiRef } from './api';
import {
  statefulAppsEntityCard,
  statefulAppsEntityContent,
} from './entityExtensions';
import { messages } from './messages';
import { entityContentRouteRef, rootRouteRef } from './routes';

const statefulAppsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: statefulAppsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new StatefulAppsClient(dependencies),
    }),
});

const fleetPage = PageBlueprint.make({
  params: {
    path: '/stateful-apps',
    routeRef: rootRouteRef,
    title: messages.title,
    icon: <StorageIcon fontSize="inherit" />,
    loader: () =>
      import('./components/fleet/FleetPage').then(module => (
        <module.FleetPage />
      )),
  },
});

/**
 * Stateful apps: a tab and a card for their entities, and a page for all of
 * them.
 *
 * @public
 */
export const statefulAppsPlugin = createFrontendPlugin({
  pluginId: 'stateful-apps',
  title: messages.title,
  icon: <StorageIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    statefulAppsApi,
    fleetPage,
    statefulAppsEntityContent,
    statefulAppsEntityCard,
  ],
});
