import { DisruptionController } from './controllers/DisruptionController';
import { EndpointsController } from './controllers/EndpointsController';
import { EventRecorder } from './controllers/EventRecorder';
import { NodeLifecycleController } from './controllers/nodes/NodeLifecycleController';
import { StatefulSetController } from './controllers/statefulset/StatefulSetController';
import { LocalProvisioner } from './controllers/storage/LocalProvisioner';
import { StorageProtection } from './controllers/storage/StorageProtection';
import { VolumeBinder } from './controllers/storage/VolumeBinder';
import { DefaultMachines } from './kubelets/DefaultMachines';
import { DefaultPodRuntime, RuntimeNode } from './kubelets/DefaultPodRuntime';
import { Kubelet } from './kubelets/Kubelet';
import { Machine, MachineSpec } from './kubelets/Machine';
import { Machines } from './kubelets/Machines';
import { Network } from './programs/Network';
import { Scheduler } from './scheduler/Scheduler';
import { Clock, ObjectStore, PodRuntime, Random } from './types';

/** @public */
export interface CoreOptions {
  clock: Clock;
  random: Random;
  store: ObjectStore;
  /** Whether there is a storage provider at the start. */
  storage: boolean;
}

/**
 * Everything of a cluster but its API: controllers, scheduler, nodes and the
 * programs on them.
 *
 * @public
 */
export interface Core {
  runtime: PodRuntime;
  machines: Machines;
  /** Begins to work; from here on the clock drives everything. */
  start(): void;
  /** Adds or takes away the storage provider and its class. */
  setStorage(on: boolean): void;
}

const MACHINES: readonly MachineSpec[] = ['a', 'b', 'c'].map((zone, index) => ({
  name: `node-${index + 1}`,
  zone,
  address: `10.99.0.${index + 11}`,
  podPrefix: `10.244.${index + 1}`,
}));

/** A core of three nodes in three zones. It does what the clock, the seed and the objects decide, and nothing else. @public */
export function createCore(options: CoreOptions): Core {
  const { clock, random, store, storage } = options;
  const network = new Network();
  const events = new EventRecorder(store, clock, random);
  const nodes = new Map<string, RuntimeNode>();
  const machines = new Map<string, Machine>();
  for (const spec of MACHINES) {
    const machine = new Machine(spec, clock);
    const kubelet = new Kubelet({
      store,
      clock,
      random,
      network,
      machine,
      events,
    });
    machines.set(spec.name, machine);
    nodes.set(spec.name, { machine, kubelet });
  }
  const provisioner = new LocalProvisioner(
    store,
    clock,
    random,
    events,
    machines,
  );
  return {
    runtime: DefaultPodRuntime.create(store, clock, network, nodes),
    machines: DefaultMachines.create(nodes, clock, random),
    setStorage: on => provisioner.setOn(on),
    start() {
      events.start();
      for (const { kubelet } of nodes.values()) kubelet.start();
      provisioner.start();
      provisioner.setOn(storage);
      new VolumeBinder(store, clock, events).start();
      new StorageProtection(store, clock).start();
      new StatefulSetController(store, clock, events).start();
      new Scheduler(store, clock, random, events).start();
      new EndpointsController(store, clock, random).start();
      new DisruptionController(store, clock).start();
      new NodeLifecycleController(store, clock, events).start();
    },
  };
}
