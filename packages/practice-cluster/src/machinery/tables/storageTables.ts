import { KubeObject } from '../../types';
import { ageOf, columns, NAME } from './columns';
import { TableDefinition } from './TableDefinition';

const SHORT_MODES = new Map([
  ['ReadWriteOnce', 'RWO'],
  ['ReadOnlyMany', 'ROX'],
  ['ReadWriteMany', 'RWX'],
  ['ReadWriteOncePod', 'RWOP'],
]);
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/** @public */
export const STORAGE_TABLES: ReadonlyArray<[string, TableDefinition]> = [
  [
    'persistentvolumeclaims',
    {
      columns: columns(
        [
          'Status',
          'Volume',
          'Capacity',
          'Access Modes',
          'StorageClass',
          'VolumeAttributesClass',
          'Age',
        ],
        ['VolumeMode'],
      ),
      cells(claim, now) {
        const bound = Boolean(claim.spec.volumeName);
        return [
          claim.metadata.name,
          phaseOf(claim),
          claim.spec.volumeName ?? '',
          bound ? claim.status?.capacity?.storage ?? '' : '',
          bound ? shortModes(claim.status?.accessModes) : '',
          claim.spec.storageClassName ?? '',
          claim.spec.volumeAttributesClassName ?? '<unset>',
          ageOf(claim, now),
          claim.spec.volumeMode ?? '<unset>',
        ];
      },
    },
  ],
  [
    'persistentvolumes',
    {
      columns: columns(
        [
          'Capacity',
          'Access Modes',
          'Reclaim Policy',
          'Status',
          'Claim',
          'StorageClass',
          'VolumeAttributesClass',
          'Reason',
          'Age',
        ],
        ['VolumeMode'],
      ),
      cells(volume, now) {
        const { claimRef } = volume.spec;
        return [
          volume.metadata.name,
          volume.spec.capacity?.storage ?? '',
          shortModes(volume.spec.accessModes),
          volume.spec.persistentVolumeReclaimPolicy,
          phaseOf(volume),
          claimRef ? `${claimRef.namespace}/${claimRef.name}` : '',
          volume.spec.storageClassName ?? '',
          volume.spec.volumeAttributesClassName ?? '<unset>',
          volume.status?.reason ?? '',
          ageOf(volume, now),
          volume.spec.volumeMode ?? '<unset>',
        ];
      },
    },
  ],
  [
    'storageclasses',
    {
      columns: columns([
        'Provisioner',
        'ReclaimPolicy',
        'VolumeBindingMode',
        'AllowVolumeExpansion',
        'Age',
      ]),
      cells(storageClass, now) {
        const { name, annotations } = storageClass.metadata;
        const isDefault = annotations?.[DEFAULT_CLASS] === 'true';
        return [
          isDefault ? `${name} (default)` : name,
          storageClass.provisioner,
          storageClass.reclaimPolicy,
          storageClass.volumeBindingMode,
          storageClass.allowVolumeExpansion ?? false,
          ageOf(storageClass, now),
        ];
      },
    },
  ],
  [
    'volumeattachments',
    {
      columns: [
        NAME,
        { name: 'Attacher', format: 'name' },
        { name: 'PV' },
        { name: 'Node' },
        { name: 'Attached', type: 'boolean' },
        { name: 'Age' },
      ],
      cells(attachment, now) {
        return [
          attachment.metadata.name,
          attachment.spec?.attacher,
          attachment.spec?.source?.persistentVolumeName ?? '',
          attachment.spec?.nodeName,
          attachment.status?.attached ?? false,
          ageOf(attachment, now),
        ];
      },
    },
  ],
];

function phaseOf(object: KubeObject): string {
  return object.metadata.deletionTimestamp
    ? 'Terminating'
    : object.status?.phase ?? '';
}

function shortModes(modes: string[] | undefined): string {
  return (modes ?? []).map(mode => SHORT_MODES.get(mode) ?? mode).join(',');
}
