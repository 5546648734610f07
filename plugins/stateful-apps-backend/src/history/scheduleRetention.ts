import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Clock } from '../clock';
import { HistoryStore } from './HistoryStore';

const RETENTION_KEY = 'statefulApps.history.retention';

/** Forgets what is older than the configuration says, once a day, in one replica. */
export async function scheduleRetention(options: {
  config: RootConfigService;
  scheduler: SchedulerService;
  history: HistoryStore;
  clock: Clock;
  logger: LoggerService;
}): Promise<void> {
  const { config, scheduler, history, clock, logger } = options;
  const retention = config.has(RETENTION_KEY)
    ? readDurationFromConfig(config, { key: RETENTION_KEY })
    : { days: 30 };
  await scheduler.scheduleTask({
    id: 'forget-identity-history',
    frequency: { hours: 24 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 10 },
    scope: 'global',
    fn: async () => {
      const before = clock.now() - durationToMilliseconds(retention);
      await history.prune(new Date(before).toISOString());
      logger.debug('Forgot old history of identities');
    },
  });
}
