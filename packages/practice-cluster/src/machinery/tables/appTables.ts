import { ageOf, columns, NAME } from './columns';
import { POD_TABLE } from './podTable';
import { TableDefinition } from './TableDefinition';

/** @public */
export const APP_TABLES: ReadonlyArray<[string, TableDefinition]> = [
  ['pods', POD_TABLE],
  [
    'statefulsets',
    {
      columns: columns(['Ready', 'Age'], ['Containers', 'Images']),
      cells(statefulSet, now) {
        const { spec, status } = statefulSet;
        const containers: any[] = spec.template.spec.containers ?? [];
        return [
          statefulSet.metadata.name,
          `${status?.readyReplicas ?? 0}/${spec.replicas}`,
          ageOf(statefulSet, now),
          containers.map(({ name }) => name).join(','),
          containers.map(({ image }) => image).join(','),
        ];
      },
    },
  ],
  [
    'controllerrevisions',
    {
      columns: columns(['Controller', 'Revision', 'Age']),
      cells(revision, now) {
        const owner = revision.metadata.ownerReferences?.find(
          ({ controller }) => controller,
        );
        return [
          revision.metadata.name,
          owner ? ownerText(owner) : '<none>',
          revision.revision,
          ageOf(revision, now),
        ];
      },
    },
  ],
  [
    'poddisruptionbudgets',
    {
      columns: [
        NAME,
        { name: 'Min Available' },
        { name: 'Max Unavailable' },
        { name: 'Allowed Disruptions', type: 'integer' },
        { name: 'Age' },
      ],
      cells(budget, now) {
        return [
          budget.metadata.name,
          String(budget.spec?.minAvailable ?? 'N/A'),
          String(budget.spec?.maxUnavailable ?? 'N/A'),
          budget.status?.disruptionsAllowed ?? 0,
          ageOf(budget, now),
        ];
      },
    },
  ],
];

function ownerText(owner: {
  apiVersion: string;
  kind: string;
  name: string;
}): string {
  const [group, version] = owner.apiVersion.split('/');
  const kind = owner.kind.toLowerCase();
  return version ? `${kind}.${group}/${owner.name}` : `${kind}/${owner.name}`;
}
