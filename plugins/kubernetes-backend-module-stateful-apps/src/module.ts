import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kubernetesRouterExtensionPoint } from '@backstage/plugin-kubernetes-node';
import PromiseRouter from 'express-promise-router';
import { claimRouterSlot } from './claimRouterSlot';
import { createGatewayRouter } from './router/createGatewayRouter';

/**
 * The module of plugin-kubernetes by which the stateful apps backend reaches
 * clusters. It takes plugin-kubernetes' one router slot and keeps the default
 * router in it.
 *
 * @public
 */
export const kubernetesModuleStatefulApps = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'stateful-apps',
  register(reg) {
    reg.registerInit({
      deps: {
        slot: kubernetesRouterExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        auth: coreServices.auth,
        httpAuth: coreServices.httpAuth,
        auditor: coreServices.auditor,
        lifecycle: coreServices.lifecycle,
      },
      async init({ slot, ...services }) {
        claimRouterSlot(slot, ({ getDefault, ...kubernetes }) => {
          const router = PromiseRouter();
          router.use(createGatewayRouter({ ...services, ...kubernetes }));
          router.use(getDefault());
          return router;
        });
      },
    });
  },
});
