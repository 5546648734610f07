import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { freePort } from '../../e2e-tests/real-cluster/backend/freePort';
import { configFor } from './config';
import { StartSettings } from './sides';

/** Starts a Backstage backend with plugin-kubernetes, and for our side with our plugins; answers its URL. */
export async function start(settings: StartSettings): Promise<string> {
  const port = await freePort();
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(configFor(settings, port)),
    }),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  if (settings.side === 'ours') {
    backend.add(import('@stateful-apps/backstage-plugin-backend'));
    backend.add(
      import('@stateful-apps/backstage-plugin-kubernetes-backend-module'),
    );
  }
  await backend.start();
  return `http://127.0.0.1:${port}`;
}
