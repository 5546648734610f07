import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PracticePolicy } from './PracticePolicy';

/** Gives the permission framework the policy of this backend. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'practice-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new PracticePolicy());
      },
    });
  },
});
