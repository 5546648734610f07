import { KubeObject } from '../../types';
import { ageOf, columns, labelText, orNone } from './columns';
import { TableDefinition } from './TableDefinition';

const MAX_SHOWN = 3;

/** @public */
export const NETWORK_TABLES: ReadonlyArray<[string, TableDefinition]> = [
  [
    'services',
    {
      columns: columns(
        ['Type', 'Cluster-IP', 'External-IP', 'Port(s)', 'Age'],
        ['Selector'],
      ),
      cells(service, now) {
        const { spec } = service;
        return [
          service.metadata.name,
          spec.type,
          orNone(spec.clusterIP),
          externalAddress(service),
          orNone(
            (spec.ports ?? [])
              .map((port: any) =>
                port.nodePort
                  ? `${port.port}:${port.nodePort}/${port.protocol}`
                  : `${port.port}/${port.protocol}`,
              )
              .join(','),
          ),
          ageOf(service, now),
          orNone(labelText(spec.selector)),
        ];
      },
    },
  ],
  [
    'endpoints',
    {
      columns: columns(['Endpoints', 'Age']),
      cells(endpoints, now) {
        const addresses = (endpoints.subsets ?? []).flatMap((subset: any) =>
          (subset.ports ?? []).flatMap((port: any) =>
            (subset.addresses ?? []).map(
              (address: any) => `${address.ip}:${port.port}`,
            ),
          ),
        );
        return [
          endpoints.metadata.name,
          orNone(shortened(addresses)),
          ageOf(endpoints, now),
        ];
      },
    },
  ],
  [
    'endpointslices',
    {
      columns: columns(['AddressType', 'Ports', 'Endpoints', 'Age']),
      cells(slice, now) {
        const ports = (slice.ports ?? []).map((port: any) =>
          String(port.port ?? '*'),
        );
        const addresses = (slice.endpoints ?? []).flatMap(
          (endpoint: any) => endpoint.addresses ?? [],
        );
        return [
          slice.metadata.name,
          slice.addressType,
          ports.length > 0 ? shortened(ports) : '<unset>',
          addresses.length > 0 ? shortened(addresses) : '<unset>',
          ageOf(slice, now),
        ];
      },
    },
  ],
];

function externalAddress({ spec, status }: KubeObject): string {
  if (spec.type === 'ExternalName') return spec.externalName;
  const own = (spec.externalIPs ?? []).join(',');
  if (spec.type !== 'LoadBalancer') return orNone(own);
  const ingress = (status?.loadBalancer?.ingress ?? [])
    .map((entry: any) => entry.ip ?? entry.hostname)
    .join(',');
  return ingress || own || '<pending>';
}

function shortened(entries: string[]): string {
  const shown = entries.slice(0, MAX_SHOWN).join(',');
  return entries.length > MAX_SHOWN
    ? `${shown} + ${entries.length - MAX_SHOWN} more...`
    : shown;
}
