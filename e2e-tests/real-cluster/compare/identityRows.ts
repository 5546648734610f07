import { IdentityView } from '@stateful-apps/backstage-plugin-common';
import { KubernetesObject } from '../cluster/Kubectl';
import { KubernetesTruth } from '../truth/KubernetesTruth';
import { condition, reasonOf, restartsOf, revisionOf } from './podTruth';
import { Row } from './Row';

/** An identity with what kubectl says about its pod, if it has one. */
export interface IdentityTruth {
  all: KubernetesTruth;
  pod?: KubernetesObject;
  node?: KubernetesObject;
}

/** The pod and the place of one identity. */
export const identityRows: Array<Row<IdentityView, IdentityTruth>> = [
  {
    field: 'uid',
    ours: ({ pod }) => pod?.uid,
    truth: ({ pod }) => pod?.metadata.uid,
  },
  {
    field: 'phase',
    ours: ({ pod }) => pod?.phase,
    truth: ({ pod }) => pod?.status.phase,
  },
  {
    field: 'reason',
    ours: ({ pod }) => pod?.reason,
    truth: ({ pod }) => pod && reasonOf(pod),
  },
  {
    field: 'ready',
    ours: ({ pod }) => pod?.ready,
    truth: ({ pod }) => pod && condition(pod, 'Ready') === 'True',
  },
  {
    field: 'restarts',
    ours: ({ pod }) => pod?.restarts,
    truth: ({ pod }) => pod && restartsOf(pod),
  },
  {
    field: 'createdAt',
    ours: ({ pod }) => instant(pod?.createdAt),
    truth: ({ pod }) => instant(pod?.metadata.creationTimestamp),
  },
  {
    field: 'deletionAt',
    ours: ({ pod }) => instant(pod?.deletionAt),
    truth: ({ pod }) => instant(pod?.metadata.deletionTimestamp),
  },
  {
    field: 'ip',
    ours: ({ pod }) => pod?.ip,
    truth: ({ pod }) => pod?.status.podIP,
  },
  {
    field: 'revision',
    ours: ({ pod }) => pod?.revision,
    truth: ({ pod, all }) => pod && revisionOf(pod, all.statefulSet),
  },
  {
    field: 'containers',
    ours: ({ pod }) => pod?.containers,
    truth: ({ pod }) =>
      pod?.spec.containers.map((container: { name: string }) => container.name),
  },
  {
    field: 'node',
    ours: ({ place }) => place?.node,
    truth: ({ pod }) => pod?.spec.nodeName,
  },
  {
    field: 'zone',
    ours: ({ place }) => place?.zone,
    truth: ({ node }) => node?.metadata.labels?.['topology.kubernetes.io/zone'],
  },
  {
    field: 'nodeReady',
    ours: ({ place }) => place?.nodeReady,
    truth: ({ node }) => node && condition(node, 'Ready'),
  },
];

function instant(time: string | undefined): number | undefined {
  return time === undefined ? undefined : Date.parse(time);
}
