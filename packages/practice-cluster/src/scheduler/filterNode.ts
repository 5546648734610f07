import { matchesSelector } from '../controllers/matchesSelector';
import { KubeObject } from '../types';

/** What the scheduler knows when it looks at a node. @public */
export interface SchedulingFacts {
  pod: KubeObject;
  /** Pods that have a node and have not ended. */
  placed: readonly KubeObject[];
  nodes: readonly KubeObject[];
  /** Volumes that the pod's claims are bound to. */
  volumes: readonly KubeObject[];
  /** Node that one of the pod's claims was promised to. */
  selectedNode?: string;
}

/** Why a pod cannot run on a node, in the scheduler's words; undefined when it can. @public */
export interface NodeRefusal {
  reason: string;
  /** Whether evicting others could help. */
  resolvable: boolean;
}

const UNSCHEDULABLE = {
  key: 'node.kubernetes.io/unschedulable',
  effect: 'NoSchedule',
};

/** Looks at one node, in the order of Kubernetes' own plugins. @public */
export function filterNode(
  facts: SchedulingFacts,
  node: KubeObject,
): NodeRefusal | undefined {
  const { pod } = facts;
  if (node.spec.unschedulable && !tolerates(pod, UNSCHEDULABLE)) {
    return { reason: 'node(s) were unschedulable', resolvable: false };
  }
  const untolerated = (node.spec.taints ?? []).some(
    (taint: any) =>
      ['NoSchedule', 'NoExecute'].includes(taint.effect) &&
      !tolerates(pod, taint),
  );
  if (untolerated) {
    return { reason: 'node(s) had untolerated taint(s)', resolvable: false };
  }
  if (!matchesNode(pod, node)) {
    return {
      reason: "node(s) didn't match Pod's node affinity/selector",
      resolvable: false,
    };
  }
  const pinned =
    facts.volumes.some(volume => !allowsNode(volume, node)) ||
    (facts.selectedNode !== undefined &&
      facts.selectedNode !== node.metadata.name);
  if (pinned) {
    return {
      reason: "node(s) didn't match PersistentVolume's node affinity",
      resolvable: false,
    };
  }
  if (isRepelled(facts, node)) {
    return {
      reason: "node(s) didn't match pod anti-affinity rules",
      resolvable: true,
    };
  }
  return undefined;
}

function tolerates(pod: KubeObject, taint: any): boolean {
  return (pod.spec.tolerations ?? []).some(
    ({ key, effect, operator, value }: any) =>
      (!key || key === taint.key) &&
      (!effect || effect === taint.effect) &&
      (operator === 'Exists' || (value ?? '') === (taint.value ?? '')),
  );
}

function matchesNode(pod: KubeObject, node: KubeObject): boolean {
  const { nodeSelector, affinity } = pod.spec;
  if (
    nodeSelector &&
    !matchesSelector({ matchLabels: nodeSelector }, node.metadata.labels)
  ) {
    return false;
  }
  const terms =
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
      ?.nodeSelectorTerms;
  return !terms || matchesTerms(terms, node);
}

function matchesTerms(terms: any[], node: KubeObject): boolean {
  return terms.some(term =>
    matchesSelector(
      { matchExpressions: term.matchExpressions },
      node.metadata.labels,
    ),
  );
}

function allowsNode(volume: KubeObject, node: KubeObject): boolean {
  const terms = volume.spec.nodeAffinity?.required?.nodeSelectorTerms;
  return !terms || matchesTerms(terms, node);
}

/** By its own required anti-affinity, or by that of a pod that is there. */
function isRepelled(facts: SchedulingFacts, node: KubeObject): boolean {
  return facts.placed.some(
    other =>
      repels(facts, facts.pod, other, node) ||
      repels(facts, other, facts.pod, node),
  );
}

function repels(
  facts: SchedulingFacts,
  holder: KubeObject,
  target: KubeObject,
  node: KubeObject,
): boolean {
  const placed = holder === facts.pod ? target : holder;
  const home = facts.nodes.find(
    ({ metadata }) => metadata.name === placed.spec.nodeName,
  );
  const terms: any[] =
    holder.spec.affinity?.podAntiAffinity
      ?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.some(term => {
    const namespaces = term.namespaces ?? [holder.metadata.namespace];
    const domain = home?.metadata.labels?.[term.topologyKey];
    return (
      domain !== undefined &&
      domain === node.metadata.labels?.[term.topologyKey] &&
      namespaces.includes(target.metadata.namespace) &&
      matchesSelector(term.labelSelector, target.metadata.labels)
    );
  });
}
