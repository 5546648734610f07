import { Volume } from '../programs/Volume';
import { Clock } from '../types';

/** @public */
export interface MachineSpec {
  name: string;
  zone: string;
  address: string;
  /** First three numbers of its pods' addresses. */
  podPrefix: string;
}

/** Size of the disk that all of a machine's volumes share. */
const DISK_BYTES = 40 * 1024 ** 3;
const DISK_INODES = 2_621_440;

/**
 * What of a node is hardware: its disk, and the addresses it gives to pods.
 * The disk outlives a power cut.
 *
 * @public
 */
export class Machine {
  /** Images on the disk, by reference. */
  readonly images = new Set<string>();
  powered = true;
  bootedAt: number;
  private readonly directories = new Map<string, Volume>();
  private readonly addresses = new Set<string>();
  private lastAddress = 1;

  constructor(readonly spec: MachineSpec, private readonly clock: Clock) {
    this.bootedAt = clock.now();
  }

  directory(path: string): Volume | undefined {
    return this.directories.get(path);
  }

  makeDirectory(path: string): Volume {
    const existing = this.directories.get(path);
    if (existing) return existing;
    const volume = new Volume(this.clock);
    this.directories.set(path, volume);
    return volume;
  }

  removeDirectory(path: string): void {
    this.directories.delete(path);
  }

  /** Paths of directories below `prefix`. */
  directoriesBelow(prefix: string): string[] {
    return [...this.directories.keys()].filter(path => path.startsWith(prefix));
  }

  disk(): {
    capacity: number;
    used: number;
    inodes: number;
    inodesUsed: number;
  } {
    let used = 0;
    let inodesUsed = 0;
    for (const volume of this.directories.values()) {
      const usage = volume.usage();
      used += usage.bytes;
      inodesUsed += usage.inodes;
    }
    return { capacity: DISK_BYTES, used, inodes: DISK_INODES, inodesUsed };
  }

  /** The next free address, round and round, so that one is not used again at once. */
  allocateAddress(): string {
    for (let tries = 0; tries < 253; tries += 1) {
      this.lastAddress = this.lastAddress >= 254 ? 2 : this.lastAddress + 1;
      const address = `${this.spec.podPrefix}.${this.lastAddress}`;
      if (!this.addresses.has(address)) {
        this.addresses.add(address);
        return address;
      }
    }
    throw new Error(`${this.spec.name} has no free pod address`);
  }

  releaseAddress(address: string): void {
    this.addresses.delete(address);
  }
}
