import { createBackendModule } from '@backstage/backend-plugin-api';
import { CatalogModelSources } from '@backstage/catalog-model/alpha';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { statefulAppsModelLayer } from './statefulAppsModelLayer';

/**
 * Declares the annotations of stateful apps to the catalog.
 *
 * @public
 */
export const catalogModuleStatefulApps = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'stateful-apps',
  register(env) {
    env.registerInit({
      deps: { model: catalogModelExtensionPoint },
      async init({ model }) {
        model.addModelSource(
          CatalogModelSources.static([statefulAppsModelLayer]),
        );
      },
    });
  },
});
