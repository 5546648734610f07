import { KubeObject } from '../../types';
import { setSpec } from './setSpec';

/** A failed node's pods are evicted this long after its taint. */
const TOLERATION_SECONDS = 20;

/**
 * The pod of one ordinal, from the template of one revision, with the defaults
 * that the API gives to pods.
 *
 * @public
 */
export function newPod(
  set: KubeObject,
  template: any,
  revision: string,
  ordinal: number,
): Partial<KubeObject> {
  const { metadata = {}, spec } = structuredClone(template);
  const name = setSpec.podName(set, ordinal);
  const claims = setSpec.claimTemplates(set);
  const claimed = new Set(claims.map(claim => claim.metadata.name));
  const volumes = [
    ...claims.map(claim => ({
      name: claim.metadata.name,
      persistentVolumeClaim: {
        claimName: setSpec.claimName(set, claim, ordinal),
      },
    })),
    ...(spec.volumes ?? []).filter((volume: any) => !claimed.has(volume.name)),
  ];
  return {
    metadata: {
      name,
      generateName: `${set.metadata.name}-`,
      namespace: set.metadata.namespace,
      labels: {
        ...metadata.labels,
        'apps.kubernetes.io/pod-index': String(ordinal),
        'controller-revision-hash': revision,
        'statefulset.kubernetes.io/pod-name': name,
      },
      ...(metadata.annotations ? { annotations: metadata.annotations } : {}),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'StatefulSet',
          name: set.metadata.name,
          uid: set.metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    } as unknown as KubeObject['metadata'],
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      securityContext: {},
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
      serviceAccountName: 'default',
      ...spec,
      serviceAccount: spec.serviceAccountName ?? 'default',
      tolerations: withDefaultTolerations(spec.tolerations ?? []),
      ...(volumes.length > 0 ? { volumes } : {}),
      hostname: name,
      ...(set.spec.serviceName ? { subdomain: set.spec.serviceName } : {}),
    },
    status: { phase: 'Pending', qosClass: 'BestEffort' },
  };
}

function withDefaultTolerations(given: any[]): any[] {
  const added = [
    'node.kubernetes.io/not-ready',
    'node.kubernetes.io/unreachable',
  ]
    .filter(
      key =>
        !given.some(
          toleration =>
            (toleration.key === key || !toleration.key) &&
            (!toleration.effect || toleration.effect === 'NoExecute'),
        ),
    )
    .map(key => ({
      key,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: TOLERATION_SECONDS,
    }));
  return [...given, ...added];
}
