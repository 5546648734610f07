import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { clockServiceRef } from './clock';
import { gatewayServiceRef } from './clusters';
import { DatabaseHistoryStore, scheduleRetention } from './history';
import { Interest } from './probe';
import { createRouter } from './router';
import { createService } from './service';
import { AppStore, FleetKeeper } from './state';
import { DefaultFleetWatcher } from './watch';

/**
 * Watches the StatefulSets of every cluster that plugin-kubernetes knows, and
 * serves their live state below `/api/stateful-apps`.
 *
 * @public
 */
export const statefulAppsPlugin = createBackendPlugin({
  pluginId: 'stateful-apps',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clock: clockServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        gateway: gatewayServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { clock, gateway, lifecycle, logger } = deps;
        const history = await DatabaseHistoryStore.create(deps.database);
        await scheduleRetention({ ...deps, history });

        const store = new AppStore(clock);
        const interest = new Interest(clock);
        const fleet = DefaultFleetWatcher.create({
          gateway,
          clock,
          logger,
          config: deps.config,
        });
        const clusters = new FleetKeeper({
          fleet,
          gateway,
          apps: store,
          history,
          interest,
          clock,
          logger,
        });
        lifecycle.addShutdownHook(async () => {
          clusters.stop();
          await fleet.stop();
        });

        const service = createService({
          ...deps,
          store,
          clusters,
          history,
          interest,
        });
        deps.httpRouter.use(createRouter({ httpAuth: deps.httpAuth, service }));
      },
    });
  },
});
