import { boardMessages } from './messages.board';
import { fleetMessages } from './messages.fleet';

/** The English text of the plugin, by the place where it stands. */
export const messages = {
  title: 'Stateful apps',
  tab: { title: 'Stateful' },
  card: {
    title: 'Stateful apps',
    openTab: 'Open the board',
    ready: '{{ready}} of {{replicas}} ready',
  },
  state: {
    healthy: 'Healthy',
    healing: 'Healing',
    unknown: 'Unknown',
    needsPerson: 'Needs a person',
  },
  kind: { consul: 'Consul', web: 'Web', other: 'Other' },
  age: {
    seconds: '{{value}} s',
    minutes: '{{value}} min',
    hours: '{{value}} h',
    days: '{{value}} d',
    ago: '{{age}} ago',
  },
  live: {
    live: 'live',
    polling: 'asked every 5 s',
    pollingWhy:
      'Changes are asked for, because the event stream does not get through. A proxy that buffers answers is the usual reason.',
    asOf: 'as of {{age}} ago',
    stale: 'last seen {{age}} ago, reconnecting',
    reconnecting: 'last seen {{age}} ago, reconnecting: {{message}}',
    paused: 'paused while the page is hidden',
    gone: 'no longer there',
  },
  failed: {
    title: 'The stateful apps could not be loaded',
    unreachable:
      'The backend did not answer. Check that it runs and that the plugin @stateful-apps/backstage-plugin-backend is installed.',
    serverError:
      'The backend answered, but could not do it. Its log says why; search there for "stateful-apps".',
    notInstalled:
      'The backend does not know the plugin. Add @stateful-apps/backstage-plugin-backend to it.',
    badRequest:
      'The backend does not accept what was asked, for the reason below. Check the filters in the address.',
    signedOut: 'Your session has ended. Sign in again.',
    retrying: 'It is tried again by itself.',
    retry: 'Try again',
    details: 'What the backend said',
  },
  notAllowed: {
    title: 'You may not see these stateful apps',
    description:
      'It needs the permission {{permission}}. Ask whoever looks after this portal, or have the StatefulSet point back at an entity that you own.',
  },
  notFound: {
    title: 'No StatefulSet found for {{entity}}',
    description:
      'The annotations below were looked up in every cluster that can be read. Check the names, that the set runs in one of these clusters, and that you may see it (permission {{permission}}).',
    annotations: 'Annotations of the entity',
    clusters: 'Clusters that were asked',
    noClusters: 'none: no cluster is configured or readable',
    problems: 'What keeps the list from being whole',
    fleet: 'All stateful apps that you may see',
  },
  notAnnotated: {
    title: '{{entity}} names no StatefulSet',
    description:
      'Add this annotation to its catalog-info.yaml. The cluster may be left out when there is only one.',
    copy: 'Copy the annotation',
  },
  gone: {
    title: '{{app}} is no longer there',
    description: 'The board below is the last that was seen of it.',
  },
  copy: { done: 'Copied', failed: 'The browser refuses to copy: {{text}}' },
  apps: {
    heading_one: '{{count}} stateful app',
    heading_other: '{{count}} stateful apps, the worst first',
  },
  board: boardMessages,
  fleet: fleetMessages,
} as const;
