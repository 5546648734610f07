import { Survival, VolumeView } from '@stateful-apps/backstage-plugin-common';
import { KubernetesObject } from '../cluster/Kubectl';
import { quantity } from './quantity';
import { Row } from './Row';

/** What is known of one volume of one identity from outside. */
export interface VolumeTruth {
  /** Worked out by hand for each app: no tool of the cluster tells it. */
  survival: Survival;
  mountPath: string;
  source: string;
  /** The claim that its template gives it, whether it exists or not. */
  claimName?: string;
  claim?: KubernetesObject;
  volume?: KubernetesObject;
}

/** One volume with its claim and what the claim is bound to. */
export const volumeRows: Array<Row<VolumeView, VolumeTruth>> = [
  {
    field: 'survival',
    ours: view => view.survival,
    truth: ({ survival }) => survival,
  },
  {
    field: 'mountPath',
    ours: view => view.mountPath,
    truth: ({ mountPath }) => mountPath,
  },
  {
    field: 'source',
    ours: view => view.source,
    truth: ({ source }) => source,
  },
  {
    field: 'claim name',
    ours: ({ claim }) => claim?.name,
    truth: ({ claimName }) => claimName,
  },
  {
    field: 'claim phase',
    ours: ({ claim }) => claim?.phase,
    truth: ({ claimName, claim }) =>
      claim ? claim.status.phase : claimName && 'Missing',
  },
  {
    field: 'requested',
    ours: ({ claim }) => claim?.requestedBytes,
    truth: ({ claim }) => quantity(claim?.spec.resources.requests.storage),
  },
  {
    field: 'actual',
    ours: ({ claim }) => claim?.actualBytes,
    truth: ({ claim }) => quantity(claim?.status.capacity?.storage),
  },
  {
    field: 'storage class',
    ours: ({ claim }) => claim?.storageClass,
    truth: ({ claim }) => claim?.spec.storageClassName,
  },
  {
    field: 'access modes',
    ours: ({ claim }) => claim?.accessModes,
    truth: ({ claim }) => claim?.spec.accessModes,
  },
  {
    field: 'bound volume',
    ours: ({ claim }) => claim?.volume,
    truth: ({ claim }) => claim?.spec.volumeName,
  },
  {
    field: 'reclaim policy',
    ours: ({ claim }) => claim?.reclaimPolicy,
    truth: ({ volume }) => volume?.spec.persistentVolumeReclaimPolicy,
  },
  {
    field: 'pinned to',
    ours: ({ claim }) => claim?.pinnedTo,
    truth: ({ volume }) => volume && hostnamesOf(volume),
  },
];

function hostnamesOf(volume: KubernetesObject): string[] | undefined {
  const terms = volume.spec.nodeAffinity?.required?.nodeSelectorTerms as
    | Array<{ matchExpressions?: Array<{ key: string; values: string[] }> }>
    | undefined;
  return terms?.flatMap(term =>
    (term.matchExpressions ?? [])
      .filter(({ key }) => key === 'kubernetes.io/hostname')
      .flatMap(({ values }) => values),
  );
}
