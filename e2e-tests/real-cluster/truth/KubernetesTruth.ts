import { Kubectl, KubernetesObject } from '../cluster/Kubectl';

/** What kubectl says about one StatefulSet and all that belongs to it. */
export interface KubernetesTruth {
  statefulSet: KubernetesObject;
  pods: Map<string, KubernetesObject>;
  claims: Map<string, KubernetesObject>;
  volumes: Map<string, KubernetesObject>;
  nodes: Map<string, KubernetesObject>;
  budgets: KubernetesObject[];
  service?: KubernetesObject;
}

/** Reads it in two calls. */
export async function readKubernetes(
  kubectl: Kubectl,
  namespace: string,
  name: string,
): Promise<KubernetesTruth> {
  const [own, shared] = await Promise.all([
    kubectl.get([
      '--namespace',
      namespace,
      'statefulsets,pods,persistentvolumeclaims,services,poddisruptionbudgets',
    ]),
    kubectl.get(['persistentvolumes,nodes']),
  ]);
  const ofKind = (objects: KubernetesObject[], kind: string) =>
    new Map(
      objects
        .filter(object => object.kind === kind)
        .map(object => [object.metadata.name, object]),
    );
  const statefulSet = ofKind(own, 'StatefulSet').get(name);
  if (!statefulSet) throw new Error(`There is no StatefulSet ${name}.`);
  const pods = ofKind(own, 'Pod');
  for (const [podName, pod] of pods) {
    const controller = pod.metadata.ownerReferences?.find(
      owner => owner.controller,
    );
    if (controller?.uid !== statefulSet.metadata.uid) pods.delete(podName);
  }
  return {
    statefulSet,
    pods,
    claims: ofKind(own, 'PersistentVolumeClaim'),
    volumes: ofKind(shared, 'PersistentVolume'),
    nodes: ofKind(shared, 'Node'),
    budgets: [...ofKind(own, 'PodDisruptionBudget').values()],
    service: ofKind(own, 'Service').get(statefulSet.spec.serviceName),
  };
}

/** Two readings between which nothing has happened to what is compared. */
export function sameInstant(a: KubernetesTruth, b: KubernetesTruth): boolean {
  const versions = (truth: KubernetesTruth) =>
    [
      truth.statefulSet,
      ...truth.pods.values(),
      ...truth.claims.values(),
      ...truth.volumes.values(),
    ].map(
      object => `${object.metadata.uid}@${object.metadata.resourceVersion}`,
    );
  return versions(a).sort().join() === versions(b).sort().join();
}
