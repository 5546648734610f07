import { timestamps } from '../clock/timestamps';
import { findImage } from '../programs/findImage';
import { KubeObject } from '../types';
import { Machine } from './Machine';

const CONDITIONS = [
  [
    'MemoryPressure',
    'False',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  [
    'DiskPressure',
    'False',
    'KubeletHasNoDiskPressure',
    'kubelet has no disk pressure',
  ],
  [
    'PIDPressure',
    'False',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
] as const;

const RESOURCES = {
  cpu: '4',
  'ephemeral-storage': '41943040Ki',
  memory: '8388608Ki',
  pods: '110',
};

/** The status that a running kubelet reports for its node. @public */
export function nodeStatus(node: KubeObject, machine: Machine, now: number) {
  const heartbeat = timestamps.seconds(now);
  return {
    capacity: RESOURCES,
    allocatable: RESOURCES,
    conditions: CONDITIONS.map(([type, status, reason, message]) => {
      const before = node.status?.conditions?.find(
        (condition: any) => condition.type === type,
      );
      return {
        type,
        status,
        reason,
        message,
        lastHeartbeatTime: heartbeat,
        lastTransitionTime:
          before?.status === status ? before.lastTransitionTime : heartbeat,
      };
    }),
    addresses: [
      { type: 'InternalIP', address: machine.spec.address },
      { type: 'Hostname', address: machine.spec.name },
    ],
    daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
    images: [...machine.images].sort().map(reference => ({
      names: [reference],
      sizeBytes: findImage(reference).image?.sizeBytes ?? 0,
    })),
    nodeInfo: {
      architecture: 'amd64',
      bootID: `boot-${machine.bootedAt}`,
      containerRuntimeVersion: 'containerd://2.1.4',
      kernelVersion: '6.12.0',
      kubeProxyVersion: '',
      kubeletVersion: 'v1.34.4',
      machineID: machine.spec.name,
      operatingSystem: 'linux',
      osImage: 'Practice cluster',
      systemUUID: machine.spec.name,
    },
  };
}
