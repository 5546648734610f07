import { timestamps } from '../clock/timestamps';
import { Clock } from '../types';
import { Kubelet } from './Kubelet';
import { Machine } from './Machine';
import { PodWorker } from './PodWorker';

/**
 * What a kubelet says at `/stats/summary` of disks: its own and each volume
 * of each pod. CPU, memory and network are not simulated and left out.
 *
 * @public
 */
export function statsSummary(kubelet: Kubelet, machine: Machine, clock: Clock) {
  const time = timestamps.seconds(clock.now());
  return {
    node: {
      nodeName: kubelet.nodeName,
      startTime: timestamps.seconds(machine.bootedAt),
      fs: { time, ...fileSystem(machine) },
    },
    pods: kubelet.pods.map(worker => ({
      podRef: {
        name: worker.identity.name,
        namespace: worker.identity.namespace,
        uid: worker.identity.uid,
      },
      startTime: worker.pod().status?.startTime,
      containers: worker.main
        .filter(slot => slot.running)
        .map(slot => ({
          name: slot.spec.name,
          startTime: timestamps.seconds(slot.container?.startedAt ?? 0),
        })),
      volume: volumes(worker, machine, time),
    })),
  };
}

function volumes(worker: PodWorker, machine: Machine, time: string) {
  const whole = fileSystem(machine);
  return (worker.pod().spec.volumes ?? [])
    .filter(({ name }: any) => worker.volumes.has(name))
    .map((source: any) => {
      const usage = worker.volumes.get(source.name)!.usage();
      const claim = source.persistentVolumeClaim?.claimName;
      return {
        time,
        ...whole,
        usedBytes: usage.bytes,
        inodesUsed: usage.inodes,
        name: source.name,
        ...(claim
          ? { pvcRef: { name: claim, namespace: worker.identity.namespace } }
          : {}),
      };
    });
}

/** Local volumes and emptyDirs are directories of one disk. */
function fileSystem(machine: Machine) {
  const { capacity, used, inodes, inodesUsed } = machine.disk();
  return {
    availableBytes: capacity - used,
    capacityBytes: capacity,
    usedBytes: used,
    inodesFree: inodes - inodesUsed,
    inodes,
    inodesUsed,
  };
}
