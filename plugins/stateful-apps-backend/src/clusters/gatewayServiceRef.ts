import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { DefaultGateway } from './DefaultGateway';

/** The plugin's one road to clusters. */
export const gatewayServiceRef = createServiceRef<Gateway>({
  id: 'stateful-apps.gateway',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => DefaultGateway.create(deps),
    }),
});
