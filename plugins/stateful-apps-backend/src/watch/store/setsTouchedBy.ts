import {
  FactsByResource,
  NodeFacts,
  PodFacts,
  ResourceName,
  StatefulSetFacts,
} from '@stateful-apps/backstage-plugin-common';
import { DefaultClusterStore } from './DefaultClusterStore';
import { objectKey } from './objectKey';

type Finders = {
  [R in ResourceName]: (
    store: DefaultClusterStore,
    facts: FactsByResource[R],
  ) => string[];
};

const FINDERS: Finders = {
  statefulsets: (_, set) => [set.uid],

  controllerrevisions: (_, { owner }) =>
    owner?.kind === 'StatefulSet' ? [owner.uid] : [],

  pods: (store, pod) =>
    pod.owner
      ? ownersOf([pod])
      : uidsOf(store.indexes.setsByNamespace.get(pod.namespace ?? '')),

  persistentvolumeclaims: (store, { namespace, name }) =>
    byClaim(store, namespace, name),

  persistentvolumes: (store, { claim }) =>
    claim ? byClaim(store, claim.namespace, claim.name) : [],

  nodes: byNode,

  events: (store, { involved, namespace }) => {
    switch (involved.kind) {
      case 'StatefulSet':
        return byUidOrName(store, 'statefulsets', involved, namespace);
      case 'Pod':
        return byUidOrName(store, 'pods', involved, namespace);
      case 'PersistentVolumeClaim':
        return byClaim(store, namespace, involved.name);
      default:
        return [];
    }
  },

  storageclasses: (store, storageClass) => [
    ...uidsOf(store.indexes.setsOfClass(storageClass)),
    ...store.indexes.volumesByClass
      .get(storageClass.name)
      .flatMap(({ claim }) =>
        claim ? byClaim(store, claim.namespace, claim.name) : [],
      ),
  ],

  volumeattachments: (store, { persistentVolumeName }) => {
    const claim =
      persistentVolumeName &&
      store.find('persistentvolumes', persistentVolumeName)?.claim;
    return claim ? byClaim(store, claim.namespace, claim.name) : [];
  },

  // Expressions of a budget's selector are not kept; its labels alone select
  // more sets than it covers, never fewer.
  poddisruptionbudgets: (store, { namespace, matchLabels }) =>
    uidsOf(
      store.indexes.setsByNamespace
        .get(namespace ?? '')
        .filter(({ templateLabels }) =>
          Object.entries(matchLabels).every(
            ([key, value]) => templateLabels[key] === value,
          ),
        ),
    ),

  services: (store, { namespace, name }) => byService(store, namespace, name),

  endpointslices: (store, { namespace, serviceName }) =>
    serviceName ? byService(store, namespace, serviceName) : [],
};

/**
 * The uids of the StatefulSets for which it matters that this object came,
 * changed or went. One too many costs an assessment; one too few would leave
 * an old state on the screen.
 */
export function setsTouchedBy<R extends ResourceName>(
  store: DefaultClusterStore,
  resource: R,
  facts: FactsByResource[R],
): string[] {
  return FINDERS[resource](store, facts);
}

function uidsOf(sets: StatefulSetFacts[]): string[] {
  return sets.map(set => set.uid);
}

function ownersOf(pods: PodFacts[]): string[] {
  return pods.flatMap(({ owner }) =>
    owner?.kind === 'StatefulSet' ? [owner.uid] : [],
  );
}

function byService(
  store: DefaultClusterStore,
  namespace: string | undefined,
  name: string,
): string[] {
  return uidsOf(store.indexes.setsByService.get(objectKey(namespace, name)));
}

/** By those who use the claim, and by its name: it may outlive or precede its pod. */
function byClaim(
  store: DefaultClusterStore,
  namespace: string | undefined,
  name: string,
): string[] {
  const { podsByClaim, setsByClaimStem } = store.indexes;
  const stem = objectKey(namespace, name.replace(/-\d+$/, ''));
  return [
    ...ownersOf(podsByClaim.get(objectKey(namespace, name))),
    ...uidsOf(setsByClaimStem.get(stem)),
  ];
}

/** Sets with a pod there, and sets whose volume is bound to that node though their pod is not. */
function byNode(store: DefaultClusterStore, node: NodeFacts): string[] {
  const { podsByNode, volumesByHost } = store.indexes;
  return [
    ...ownersOf(podsByNode.get(node.name)),
    ...volumesByHost
      .get(node.hostname ?? node.name)
      .flatMap(({ claim }) =>
        claim ? byClaim(store, claim.namespace, claim.name) : [],
      ),
  ];
}

function byUidOrName(
  store: DefaultClusterStore,
  resource: 'statefulsets' | 'pods',
  { uid, name }: { uid?: string; name: string },
  namespace: string | undefined,
): string[] {
  const object =
    (uid && store.get(resource, uid)) || store.find(resource, name, namespace);
  return object ? setsTouchedBy(store, resource, object) : [];
}
