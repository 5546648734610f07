import { StorageClassFacts } from '../../model';
import { asName, asRecord } from '../../raw';
import { projectMeta } from './projectMeta';

const DEFAULT_CLASS_ANNOTATIONS = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

/** Projects a StorageClass. @internal */
export function projectStorageClass(
  raw: unknown,
): StorageClassFacts | undefined {
  const meta = projectMeta(raw, false);
  if (!meta) return undefined;
  const { object } = meta;
  const annotations = asRecord(meta.metadata.annotations);
  return {
    ...meta.facts,
    provisioner: asName(object.provisioner, 253) ?? '',
    isDefault: DEFAULT_CLASS_ANNOTATIONS.some(
      name => annotations?.[name] === 'true',
    ),
    bindingMode: asName(object.volumeBindingMode, 63) ?? 'Immediate',
    reclaimPolicy: asName(object.reclaimPolicy, 63) ?? 'Delete',
    allowVolumeExpansion: object.allowVolumeExpansion === true,
  };
}
