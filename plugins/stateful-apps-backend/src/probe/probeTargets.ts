import {
  AppRef,
  PodFacts,
  StatefulSetFacts,
} from '@stateful-apps/backstage-plugin-common';
import { ProbeTarget } from './ProbeTarget';

/** The pods of a set that have a server which can be asked: those that run and have an address. */
export function probeTargets(
  ref: AppRef,
  { app }: StatefulSetFacts,
  pods: PodFacts[],
): ProbeTarget[] {
  const { kind, endpoint } = app;
  if (kind === 'other' || !endpoint) return [];
  return pods
    .filter(pod => pod.owner && pod.podIP && runs(pod, endpoint.container))
    .map(pod => ({ ref, kind, pod: pod.name, podUid: pod.uid, endpoint }));
}

function runs(pod: PodFacts, container: string): boolean {
  return pod.containers.some(
    ({ name, state }) => name === container && state === 'running',
  );
}
