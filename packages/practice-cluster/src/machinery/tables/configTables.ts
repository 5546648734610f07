import { KubeObject } from '../../types';
import { ageOf, columns, NAME } from './columns';
import { TableDefinition } from './TableDefinition';

const BINDING: TableDefinition = {
  columns: columns(['Role', 'Age'], ['Users', 'Groups', 'ServiceAccounts']),
  cells: (binding, now) => [
    binding.metadata.name,
    `${binding.roleRef?.kind}/${binding.roleRef?.name}`,
    ageOf(binding, now),
    subjects(binding, 'User'),
    subjects(binding, 'Group'),
    subjects(binding, 'ServiceAccount'),
  ],
};

const ROLE: TableDefinition = {
  columns: [NAME, { name: 'Created At', type: 'date' }],
  cells: role => [role.metadata.name, role.metadata.creationTimestamp],
};

/** @public */
export const CONFIG_TABLES: ReadonlyArray<[string, TableDefinition]> = [
  [
    'configmaps',
    {
      columns: columns(['Data', 'Age']),
      cells: (configMap, now) => [
        configMap.metadata.name,
        size(configMap.data) + size(configMap.binaryData),
        ageOf(configMap, now),
      ],
    },
  ],
  [
    'secrets',
    {
      columns: columns(['Type', 'Data', 'Age']),
      cells: (secret, now) => [
        secret.metadata.name,
        secret.type,
        size(secret.data),
        ageOf(secret, now),
      ],
    },
  ],
  [
    'serviceaccounts',
    {
      columns: columns(['Secrets', 'Age']),
      cells: (account, now) => [
        account.metadata.name,
        (account.secrets ?? []).length,
        ageOf(account, now),
      ],
    },
  ],
  ['roles', ROLE],
  ['clusterroles', ROLE],
  ['rolebindings', BINDING],
  ['clusterrolebindings', BINDING],
];

function size(map: object | undefined): number {
  return Object.keys(map ?? {}).length;
}

function subjects(binding: KubeObject, kind: string): string {
  return (binding.subjects ?? [])
    .filter((subject: any) => subject.kind === kind)
    .map((subject: any) =>
      kind === 'ServiceAccount'
        ? `${subject.namespace}/${subject.name}`
        : subject.name,
    )
    .join(', ');
}
