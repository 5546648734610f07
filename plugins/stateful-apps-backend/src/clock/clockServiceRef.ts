import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { Clock } from './Clock';
import { systemClock } from './systemClock';

/** The time of the plugin. */
export const clockServiceRef = createServiceRef<Clock>({
  id: 'stateful-apps.clock',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: () => systemClock }),
});
