import { ConfigReader } from '@backstage/config';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { kubernetesRouterExtensionPoint } from '@backstage/plugin-kubernetes-node';
import express from 'express';
import gatewayModule, { createGatewayRouter } from '.';
import { startStack } from './__testUtils__/startStack';
import { startUpstream } from './__testUtils__/startUpstream';
import { readClusterSettings } from './clusters/readClusterSettings';

/** A module of an adopter that needs the router slot itself. */
const ownModule = createBackendModule({
  pluginId: 'kubernetes',
  moduleId: 'own',
  register(env) {
    env.registerInit({
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
        slot.addRouter(({ getDefault, clusterSupplier, authStrategyMap }) => {
          const router = express.Router();
          router.use(
            createGatewayRouter({
              ...services,
              clusterSupplier,
              authStrategyMap,
            }),
          );
          router.get('/own', (_request, response) => {
            response.json({ mine: true });
          });
          router.use(getDefault());
          return router;
        });
      },
    });
  },
});

jest.setTimeout(60_000);

describe('the module', () => {
  it("says what to do when another module has plugin-kubernetes' router slot", async () => {
    await expect(
      startStack({ clusters: [], features: [ownModule, gatewayModule] }),
    ).rejects.toThrow(/already has .* router slot.*createGatewayRouter/);
  });

  it('can be done without, by a module that mounts the router in its own', async () => {
    const upstream = await startUpstream();
    upstream.answer = (_request, response) => response.end('{"kind":"List"}');
    const stack = await startStack({
      clusters: [{ name: 'one', url: upstream.url, authProvider: 'test' }],
      features: [ownModule],
    });
    const list = await stack.get('/clusters/one/resources/pods');
    expect(await list.json()).toEqual({ kind: 'List' });
    const own = await fetch(`${stack.base}/own`);
    expect(await own.json()).toEqual({ mine: true });
    await stack.stop();
    await upstream.stop();
  });

  it('refuses settings that contradict themselves', () => {
    const read = (...clusters: Array<{ name: string; probe?: {} }>) =>
      readClusterSettings(new ConfigReader({ statefulApps: { clusters } }));
    expect(() => read({ name: 'a' }, { name: 'a' })).toThrow(/'a' twice/);
    const probe = { serviceAccountToken: 'x', serviceAccountTokenFile: 'y' };
    expect(() => read({ name: 'a', probe })).toThrow(/keep one/);
    expect(() => read({ name: 'a' }, { name: 'b' })).not.toThrow();
  });
});
