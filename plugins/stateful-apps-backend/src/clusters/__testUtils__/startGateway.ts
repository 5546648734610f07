import {
  BackendFeature,
  createBackendModule,
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthenticationStrategy,
  kubernetesAuthStrategyExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import gatewayModule from '@stateful-apps/backstage-plugin-kubernetes-backend-module';
import { JsonObject } from '@backstage/types';
import { DefaultGateway } from '../DefaultGateway';

/** plugin-kubernetes with the gateway's module, and the client of stateful-apps. */
export async function startGateway(options: {
  clusters: JsonObject[];
  config?: JsonObject;
  /** The strategy of clusters with `authProvider: test`. */
  strategy?: Pick<AuthenticationStrategy, 'getCredential'>;
  /** In place of the gateway's module, or besides it. */
  features?: BackendFeature[];
  /** Backstage's own services, with tokens and compression, in place of mocks. */
  real?: boolean;
}): Promise<{
  gateway: DefaultGateway;
  stop: () => Promise<void>;
}> {
  let gateway: DefaultGateway | undefined;
  const features = [
    kubernetesPlugin,
    ...(options.features ?? [gatewayModule]),
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
              getCredential: async () => ({
                type: 'bearer token',
                token: 'reading',
              }),
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
  ];
  const stop = options.real
    ? await startRealBackend(features)
    : await startMockedBackend(features);
  return { gateway: gateway!, stop };
}

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

async function startMockedBackend(features: Features) {
  const backend = await startTestBackend({ features });
  return () => backend.stop();
}

async function startRealBackend(features: Features) {
  const backend = createBackend();
  backend.add(mockServices.rootLogger.factory());
  for (const feature of features) backend.add(feature as BackendFeature);
  await backend.start();
  return () => backend.stop();
}
