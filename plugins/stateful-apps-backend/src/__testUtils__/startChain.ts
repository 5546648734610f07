import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { kubernetesAuthStrategyExtensionPoint } from '@backstage/plugin-kubernetes-node';
import gatewayModule from '@stateful-apps/backstage-plugin-kubernetes-backend-module';
import { PracticeCluster, StandardUser } from 'practice-cluster';
import { statefulAppsPlugin } from '../plugin';

/** Everything from the API server's HTTP to our own: plugin-kubernetes, the gateway, the plugin. */
export async function startChain(
  cluster: PracticeCluster,
  users: { read?: StandardUser; probe?: StandardUser } = {},
) {
  const { read = 'read', probe = 'probe' } = users;
  const backend = await startTestBackend({
    features: [
      kubernetesPlugin,
      gatewayModule,
      statefulAppsPlugin,
      catalogServiceMock.factory({ entities: [] }),
      // The stock strategies load an ES module when they are first asked, which
      // Jest cannot.
      createBackendModule({
        pluginId: 'kubernetes',
        moduleId: 'practice-strategy',
        register(env) {
          env.registerInit({
            deps: { strategies: kubernetesAuthStrategyExtensionPoint },
            async init({ strategies }) {
              strategies.addAuthStrategy('practice', {
                getCredential: async () => ({
                  type: 'bearer token',
                  token: cluster.tokens[read],
                }),
                validateCluster: () => [],
                presentAuthMetadata: () => ({}),
              });
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'practice',
                    url: cluster.url,
                    authProvider: 'practice',
                    skipMetricsLookup: true,
                  },
                ],
              },
            ],
          },
          statefulApps: {
            clusters: [
              {
                name: 'practice',
                probe: { serviceAccountToken: cluster.tokens[probe] },
              },
            ],
          },
        },
      }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/stateful-apps`;
  return { url, stop: () => backend.stop() };
}
