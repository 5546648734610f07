import {
  EventFacts,
  FactsByResource,
  PodFacts,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';

const KINDS_WITH_EVENTS: ReadonlySet<string> = new Set([
  'StatefulSet',
  'Pod',
  'PersistentVolumeClaim',
]);

/**
 * Whether an object can concern a StatefulSet at all. Most pods and events of
 * a large cluster cannot, and are most of its size.
 */
export function isKept<R extends ResourceName>(
  resource: R,
  facts: FactsByResource[R],
): boolean {
  if (resource === 'pods') {
    const { owner } = facts as PodFacts;
    return !owner || owner.kind === 'StatefulSet';
  }
  if (resource === 'events') {
    return KINDS_WITH_EVENTS.has((facts as EventFacts).involved.kind);
  }
  return true;
}
