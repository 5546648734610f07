import { LoggerService } from '@backstage/backend-plugin-api';
import { ResourceFreshness } from '@stateful-apps/backstage-plugin-common';

/** One line for all resources that changed alike: an outage concerns every one of them. */
export function logFreshness(
  logger: LoggerService,
  cluster: string,
  changed: readonly ResourceFreshness[],
): void {
  const groups = new Map<string, ResourceFreshness[]>();
  for (const freshness of changed) {
    const key = `${freshness.state} ${freshness.message ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), freshness]);
  }
  for (const group of groups.values()) {
    const [{ state, message }] = group;
    const names = [...new Set(group.map(({ resource }) => resource))];
    const text = `Cluster ${cluster}: ${names.join(', ')}: ${state}`;
    if (state === 'live' || state === 'loading') logger.info(text);
    else logger.warn(`${text}. ${message ?? ''}`);
  }
}
