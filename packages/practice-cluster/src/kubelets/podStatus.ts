import { timestamps } from '../clock/timestamps';
import { findImage } from '../programs/findImage';
import { KubeObject } from '../types';
import { ContainerSlot } from './ContainerSlot';

/** @public */
export interface PodState {
  init: readonly ContainerSlot[];
  main: readonly ContainerSlot[];
  initialized: boolean;
  sandboxReady: boolean;
  /** Undefined before the sandbox has one. */
  ip: string | undefined;
  hostIp: string;
  startedAt: number;
  /** All containers have ended and none will be started again. */
  terminated: boolean;
}

/** The status that a kubelet reports for a pod. @public */
export function podStatus(pod: KubeObject, state: PodState, now: number): any {
  const unready = state.main
    .filter(slot => !slot.ready)
    .map(slot => slot.spec.name);
  const phase = phaseOf(state);
  const notReady = {
    reason: phase === 'Succeeded' ? 'PodCompleted' : 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
  const incomplete = state.init
    .filter(slot => slot.exitCode !== 0)
    .map(slot => slot.spec.name);
  const ready = unready.length === 0;
  const wanted = [
    { type: 'PodReadyToStartContainers', ok: state.sandboxReady },
    {
      type: 'Initialized',
      ok: state.initialized,
      why: {
        reason: 'ContainersNotInitialized',
        message: `containers with incomplete status: [${incomplete.join(' ')}]`,
      },
    },
    { type: 'Ready', ok: ready, why: notReady },
    { type: 'ContainersReady', ok: ready, why: notReady },
    { type: 'PodScheduled', ok: true },
  ];
  return {
    observedGeneration: pod.metadata.generation,
    phase,
    conditions: wanted.map(({ type, ok, why }) =>
      condition(pod, type, ok, ok ? undefined : why, now),
    ),
    hostIP: state.hostIp,
    hostIPs: [{ ip: state.hostIp }],
    ...(state.ip ? { podIP: state.ip, podIPs: [{ ip: state.ip }] } : {}),
    startTime: timestamps.seconds(state.startedAt),
    ...(state.init.length > 0
      ? { initContainerStatuses: state.init.map(containerStatus) }
      : {}),
    containerStatuses: state.main.map(containerStatus),
    qosClass: 'BestEffort',
  };
}

function phaseOf({ initialized, main, terminated, init }: PodState): string {
  if (terminated) {
    const codes = main.map(slot => slot.exitCode);
    const failed =
      init.some(slot => (slot.exitCode ?? 0) !== 0 && !initialized) ||
      codes.some(code => code !== 0);
    return failed ? 'Failed' : 'Succeeded';
  }
  const begun = main.every(slot => slot.container !== undefined);
  return initialized && begun ? 'Running' : 'Pending';
}

function condition(
  pod: KubeObject,
  type: string,
  ok: boolean,
  why: { reason: string; message: string } | undefined,
  now: number,
) {
  const status = ok ? 'True' : 'False';
  const before = (pod.status?.conditions ?? []).find(
    (entry: any) => entry.type === type,
  );
  return {
    type,
    status,
    observedGeneration: pod.metadata.generation,
    lastProbeTime: null,
    lastTransitionTime:
      before?.status === status
        ? before.lastTransitionTime
        : timestamps.seconds(now),
    ...why,
  };
}

function containerStatus(slot: ContainerSlot) {
  const { container, spec } = slot;
  const { imageId, reference } = findImage(spec.image);
  const last = slot.lastTermination;
  const ended = container?.finishedAt !== undefined && !slot.waiting;
  return {
    name: spec.name,
    image: container ? reference : spec.image,
    imageID: container ? imageId : '',
    ...(container ? { containerID: `containerd://${container.spec.id}` } : {}),
    state: stateOf(slot),
    lastState:
      last && (!ended || slot.previous)
        ? { terminated: ended ? terminationOf(slot.previous, last) : last }
        : {},
    ready: slot.init ? slot.exitCode === 0 : slot.ready,
    started: slot.started,
    restartCount: slot.restartCount,
  };
}

function stateOf(slot: ContainerSlot) {
  if (slot.waiting) return { waiting: slot.waiting };
  if (slot.container?.finishedAt !== undefined) {
    return { terminated: slot.lastTermination };
  }
  return {
    running: { startedAt: timestamps.seconds(slot.container?.startedAt ?? 0) },
  };
}

function terminationOf(previous: ContainerSlot['previous'], fallback: any) {
  if (!previous) return fallback;
  return {
    exitCode: previous.exitCode,
    reason: previous.exitCode === 0 ? 'Completed' : 'Error',
    startedAt: timestamps.seconds(previous.startedAt ?? 0),
    finishedAt: timestamps.seconds(previous.finishedAt ?? 0),
    containerID: `containerd://${previous.spec.id}`,
  };
}
