import { createServiceFactory } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ServiceMock, startTestBackend } from '@backstage/backend-test-utils';
import {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Clock, clockServiceRef, systemClock } from '../clock';
import { gatewayServiceRef } from '../clusters';
import { statefulAppsPlugin } from '../plugin';
import { FakeGateway } from './FakeGateway';
import { ManualClock } from './ManualClock';

/** The real plugin on a gateway of the test's own. */
export async function startPlugin(options: {
  gateway: FakeGateway;
  clock?: Clock;
  entities?: Entity[];
  permissions?: ServiceMock<PermissionsService>;
  auditor?: ServiceMock<AuditorService>;
}) {
  const { gateway, clock = systemClock, permissions, auditor } = options;
  const backend = await startTestBackend({
    features: [
      statefulAppsPlugin,
      createServiceFactory({
        service: gatewayServiceRef,
        deps: {},
        factory: () => gateway,
      }),
      createServiceFactory({
        service: clockServiceRef,
        deps: {},
        factory: () => clock,
      }),
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      ...(permissions ? [permissions.factory] : []),
      ...(auditor ? [auditor.factory] : []),
    ],
  });
  const port = Number(backend.server.port());
  const url = `http://127.0.0.1:${port}/api/stateful-apps`;
  return {
    server: backend.server,
    url,
    /** Waits until a path is answered with 200; the first lists take real time. */
    async ready(path: string): Promise<void> {
      while ((await fetch(`${url}${path}`)).status !== 200) {
        await new Promise(resolve => setTimeout(resolve, 10));
        if (clock instanceof ManualClock) await clock.advance(1);
      }
    },
    stop: () => backend.stop(),
  };
}
