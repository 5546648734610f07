import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import {
  AuthenticationStrategy,
  kubernetesAuthStrategyExtensionPoint,
} from '@backstage/plugin-kubernetes-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  GATEWAY_PATH,
  GATEWAY_SUBJECT,
} from '@stateful-apps/backstage-plugin-node';
import gatewayModule from '..';

/** What the gateway's own client sends. */
export const AS_BACKEND = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service(GATEWAY_SUBJECT),
  targetPluginId: 'kubernetes',
});

/** plugin-kubernetes with the gateway, and an HTTP client for it. */
export async function startStack(options: {
  clusters: JsonObject[];
  config?: JsonObject;
  getCredential?: AuthenticationStrategy['getCredential'];
  features?: BackendFeature[];
}) {
  const getCredential =
    options.getCredential ??
    (async () => ({ type: 'bearer token' as const, token: 'reading' }));
  const audit = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({
      success: jest.fn(async () => {}),
      fail: jest.fn(async () => {}),
    })),
  });
  const backend = await startTestBackend({
    features: [
      kubernetesPlugin,
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
              for (const provider of ['test', 'oidc', 'localKubectlProxy']) {
                strategies.addAuthStrategy(provider, {
                  getCredential,
                  validateCluster: () => [],
                  presentAuthMetadata: () => ({}),
                });
              }
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
      audit.factory,
      ...(options.features ?? [gatewayModule]),
    ],
  });
  const base = `http://127.0.0.1:${backend.server.port()}/api/kubernetes`;
  return {
    audit,
    base,
    get: (path: string, authorization = AS_BACKEND, signal?: AbortSignal) =>
      fetch(`${base}${GATEWAY_PATH}${path}`, {
        headers: authorization ? { authorization } : {},
        redirect: 'manual',
        signal,
      }),
    stop: () => backend.stop(),
  };
}
