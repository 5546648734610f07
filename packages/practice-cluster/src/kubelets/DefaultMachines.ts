import { between } from '../clock/between';
import { Clock, Random } from '../types';
import { RuntimeNode } from './DefaultPodRuntime';
import { Machines } from './Machines';

const BOOT_MS = [1_500, 2_500] as const;

/** @public */
export class DefaultMachines implements Machines {
  static create(
    nodes: ReadonlyMap<string, RuntimeNode>,
    clock: Clock,
    random: Random,
  ): DefaultMachines {
    return new DefaultMachines(nodes, clock, random);
  }

  private constructor(
    private readonly nodes: ReadonlyMap<string, RuntimeNode>,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  names(): string[] {
    return [...this.nodes.keys()];
  }

  stop(name: string): void {
    this.expect(name).kubelet.stop();
  }

  cutPower(name: string): void {
    const { machine, kubelet } = this.expect(name);
    machine.powered = false;
    kubelet.cutPower();
  }

  start(name: string): void {
    const { machine, kubelet } = this.expect(name);
    if (machine.powered) {
      kubelet.start();
      return;
    }
    machine.powered = true;
    machine.bootedAt = this.clock.now();
    this.clock.after(between(this.random, ...BOOT_MS), () => {
      if (machine.powered) kubelet.start();
    });
  }

  private expect(name: string): RuntimeNode {
    const node = this.nodes.get(name);
    if (node) return node;
    throw new Error(
      `There is no machine "${name}"; there are ${this.names().join(', ')}`,
    );
  }
}
