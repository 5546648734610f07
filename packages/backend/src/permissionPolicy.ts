import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { StatefulAppsPermissionPolicy } from './StatefulAppsPermissionPolicy';

/** Gives the permission backend its policy. */
export const permissionPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'stateful-apps-policy',
  register({ registerInit }) {
    registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new StatefulAppsPermissionPolicy());
      },
    });
  },
});
