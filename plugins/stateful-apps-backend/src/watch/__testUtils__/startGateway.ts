import {
  createBackendModule,
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthenticationStrategy,
  kubernetesAuthStrategyExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import gatewayModule from '@stateful-apps/backstage-plugin-kubernetes-backend-module';
import { JsonObject } from '@backstage/types';
import { DefaultGateway } from '../../clusters';

/** plugin-kubernetes with the gateway's module, and the client of stateful-apps. */
export async function startGateway(options: {
  clusters: JsonObject[];
  config?: JsonObject;
  /** The strategy of clusters with `authProvider: test`. */
  strategy: Pick<AuthenticationStrategy, 'getCredential'>;
}): Promise<{
  gateway: DefaultGateway;
  port: number;
  stop: () => Promise<void>;
}> {
  let gateway: DefaultGateway | undefined;
  const backend = await startTestBackend({
    features: [
      kubernetesPlugin,
      gatewayModule,
      catalogServiceMock.factory(),
      // The stock strategies load an ES module when they are first asked, which
      // Jest cannot.
      createBackendModule({
        pluginId: 'kubernetes',
        moduleId: 'test-strategy',
        register(env) {
          env.registerInit({
            deps: { strategies: kubernetesAuthStrategyExtensionPoint },
            async init({ strategies }) {
              strategies.addAuthStrategy('test', {
                ...options.strategy,
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
              { type: 'config', clusters: options.clusters },
            ],
          },
          ...options.config,
        },
      }),
      createBackendPlugin({
        pluginId: 'stateful-apps',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              discovery: coreServices.discovery,
            },
            async init(deps) {
              gateway = DefaultGateway.create(deps);
            },
          });
        },
      }),
    ],
  });
  return {
    gateway: gateway!,
    port: Number(backend.server.port()),
    stop: () => backend.stop(),
  };
}
