import {
  AppInputs,
  ClaimFacts,
  EventFacts,
  matchesLabels,
  NodeFacts,
  PersistentVolumeFacts,
  PodFacts,
  StatefulSetFacts,
} from '@stateful-apps/backstage-plugin-common';
import { isoTime } from '../clock';
import { ClusterStore } from '../watch/types';
import { AppSources } from './AppSources';

const MAX_EVENTS = 200;

/**
 * The one place that reads store, clock and probes for an assessment. Decides
 * nothing.
 */
export function gatherInputs(
  statefulSet: StatefulSetFacts,
  sources: AppSources,
): AppInputs {
  const { store } = sources;
  const namespace = statefulSet.namespace ?? '';
  const pods = podsOf(statefulSet, store);
  const claims = claimsOf(statefulSet, pods, store);
  const persistentVolumes = volumesOf(claims, store);
  const service = store.find('services', statefulSet.serviceName, namespace);
  return {
    ref: sources.ref,
    now: isoTime(sources.clock),
    statefulSet,
    pods,
    claims,
    persistentVolumes,
    nodes: nodesOf(pods, persistentVolumes, store),
    storageClasses: [...store.all('storageclasses')],
    volumeAttachments: persistentVolumes.flatMap(volume =>
      store.attachmentsOf(volume.name),
    ),
    controllerRevisions: store.revisionsOf(statefulSet.uid),
    disruptionBudgets: store.budgetsIn(namespace),
    ...(service && { service }),
    endpointSlices: store.slicesOf(namespace, statefulSet.serviceName),
    events: eventsOf(statefulSet, pods, claims, store),
    freshness: sources.freshness,
    probes: sources.probes,
    ...(sources.probingOff && { probingOff: sources.probingOff }),
    usage: sources.usageOf(new Set(pods.map(pod => pod.uid))),
    ...(sources.usageUnknown && { usageUnknown: sources.usageUnknown }),
    history: sources.history,
    entityRefs: sources.entityRefs,
  };
}

/** Also those that would be adopted: a selector that asks for nothing adopts nothing. */
function podsOf(set: StatefulSetFacts, store: ClusterStore): PodFacts[] {
  const { matchLabels, matchExpressions } = set;
  const selects =
    Object.keys(matchLabels).length + (matchExpressions?.length ?? 0);
  const orphans = store
    .podsWithoutOwner(set.namespace ?? '')
    .filter(pod => selects > 0 && matchesLabels(set, pod.labels));
  return [...store.podsOf(set.uid), ...orphans];
}

function claimsOf(
  set: StatefulSetFacts,
  pods: PodFacts[],
  store: ClusterStore,
): ClaimFacts[] {
  const claims = new Map<string, ClaimFacts>();
  for (const claim of store.claimsNamedAfter(set)) claims.set(claim.uid, claim);
  for (const pod of pods) {
    for (const { claimName } of pod.volumes) {
      const claim =
        claimName &&
        store.find('persistentvolumeclaims', claimName, set.namespace);
      if (claim) claims.set(claim.uid, claim);
    }
  }
  return [...claims.values()];
}

function volumesOf(
  claims: ClaimFacts[],
  store: ClusterStore,
): PersistentVolumeFacts[] {
  return claims.flatMap(({ volumeName }) => {
    const volume = volumeName && store.find('persistentvolumes', volumeName);
    return volume ? [volume] : [];
  });
}

/** The nodes that pods are on, or that volumes are pinned to. */
function nodesOf(
  pods: PodFacts[],
  volumes: PersistentVolumeFacts[],
  store: ClusterStore,
): NodeFacts[] {
  const nodes = new Map<string, NodeFacts>();
  const add = (node: NodeFacts | undefined) => {
    if (node) nodes.set(node.uid, node);
    return node !== undefined;
  };
  for (const { nodeName } of pods) {
    if (nodeName) add(store.find('nodes', nodeName));
  }
  for (const host of new Set(volumes.flatMap(it => it.pinnedToNodes ?? []))) {
    // A node is nearly always named as its host name; only else all are searched.
    if (add(store.find('nodes', host))) continue;
    for (const node of store.all('nodes')) {
      if (node.hostname === host) add(node);
    }
  }
  return [...nodes.values()];
}

/** Newest last. Events of earlier pods of the same name count: they tell why the pod was replaced. */
function eventsOf(
  set: StatefulSetFacts,
  pods: PodFacts[],
  claims: ClaimFacts[],
  store: ClusterStore,
): EventFacts[] {
  const namespace = set.namespace ?? '';
  const events = [
    ...store.eventsOf(set.uid),
    ...pods.flatMap(pod => store.eventsAbout('Pod', namespace, pod.name)),
    ...claims.flatMap(claim => store.eventsOf(claim.uid)),
  ];
  return events
    .map(event => ({ event, at: event.lastTimestamp ?? '' }))
    .sort((a, b) => Number(a.at > b.at) - Number(a.at < b.at))
    .slice(-MAX_EVENTS)
    .map(({ event }) => event);
}
