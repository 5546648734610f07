import { KubeObject } from '../../types';
import { ageOf, ageSince, columns, NAME, orNone } from './columns';
import { TableDefinition } from './TableDefinition';

const READINESS = new Map([
  ['True', 'Ready'],
  ['False', 'NotReady'],
  ['Unknown', 'NotReady'],
]);
const ROLE_LABEL = 'node-role.kubernetes.io/';

/** @public */
export const CLUSTER_TABLES: ReadonlyArray<[string, TableDefinition]> = [
  [
    'namespaces',
    {
      columns: columns(['Status', 'Age']),
      cells: (namespace, now) => [
        namespace.metadata.name,
        namespace.status?.phase ?? '',
        ageOf(namespace, now),
      ],
    },
  ],
  [
    'nodes',
    {
      columns: columns(
        ['Status', 'Roles', 'Age', 'Version'],
        [
          'Internal-IP',
          'External-IP',
          'OS-Image',
          'Kernel-Version',
          'Container-Runtime',
        ],
      ),
      cells(node, now) {
        const info = node.status?.nodeInfo ?? {};
        return [
          node.metadata.name,
          nodeStatus(node),
          orNone(nodeRoles(node)),
          ageOf(node, now),
          info.kubeletVersion ?? '',
          orNone(addressOf(node, 'InternalIP')),
          orNone(addressOf(node, 'ExternalIP')),
          info.osImage ?? '<unknown>',
          info.kernelVersion ?? '<unknown>',
          info.containerRuntimeVersion ?? '<unknown>',
        ];
      },
    },
  ],
  [
    'leases',
    {
      columns: columns(['Holder', 'Age']),
      cells: (lease, now) => [
        lease.metadata.name,
        lease.spec?.holderIdentity ?? '',
        ageOf(lease, now),
      ],
    },
  ],
  [
    'events',
    {
      columns: [
        { name: 'Last Seen' },
        { name: 'Type' },
        { name: 'Reason' },
        { name: 'Object' },
        { name: 'Subobject', priority: 1 },
        { name: 'Source', priority: 1 },
        { name: 'Message' },
        { name: 'First Seen', priority: 1 },
        { name: 'Count', priority: 1 },
        { ...NAME, priority: 1 },
      ],
      cells: eventCells,
    },
  ],
];

function eventCells(event: KubeObject, now: number): unknown[] {
  const { involvedObject = {}, source = {} } = event;
  const first = event.firstTimestamp ?? event.eventTime;
  const last = event.series?.lastObservedTime ?? event.lastTimestamp ?? first;
  const component = source.component || event.reportingComponent || '';
  return [
    ageSince(last, now),
    event.type ?? '',
    event.reason ?? '',
    involvedObject.name
      ? `${String(involvedObject.kind).toLowerCase()}/${involvedObject.name}`
      : String(involvedObject.kind ?? '').toLowerCase(),
    involvedObject.fieldPath ?? '',
    source.host ? `${component}, ${source.host}` : component,
    String(event.message ?? '').trim(),
    ageSince(first, now),
    event.series?.count ?? event.count ?? 1,
    event.metadata.name,
  ];
}

function nodeStatus(node: KubeObject): string {
  const ready = (node.status?.conditions ?? []).find(
    (condition: any) => condition.type === 'Ready',
  );
  const states = [READINESS.get(ready?.status) ?? 'Unknown'];
  if (node.spec?.unschedulable) states.push('SchedulingDisabled');
  return states.join(',');
}

function nodeRoles(node: KubeObject): string {
  return Object.keys(node.metadata.labels ?? {})
    .filter(label => label.startsWith(ROLE_LABEL))
    .map(label => label.slice(ROLE_LABEL.length))
    .sort()
    .join(',');
}

function addressOf(node: KubeObject, type: string): string | undefined {
  return (node.status?.addresses ?? []).find(
    (address: any) => address.type === type,
  )?.address;
}
