import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultStatefulAppsService } from './DefaultStatefulAppsService';
import { StatefulAppsService } from './StatefulAppsService';

/** Reads stateful apps from another backend plugin. @public */
export const statefulAppsServiceRef = createServiceRef<StatefulAppsService>({
  id: 'stateful-apps.client',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => DefaultStatefulAppsService.create(deps),
    }),
});
