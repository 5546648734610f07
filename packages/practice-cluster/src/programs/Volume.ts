import { Clock } from '../types';

/** @public */
export interface VolumeFile {
  bytes: Uint8Array;
  /** Milliseconds since the epoch. */
  modified: number;
  /** Bytes set aside on the disk, where that is more than the contents. */
  allocated: number;
}

const BLOCK = 4096;

/**
 * One directory tree: an image's layer, an emptyDir or a local volume. Paths
 * are relative, with `/` between names; `''` is the root.
 *
 * @public
 */
export class Volume {
  private readonly files = new Map<string, VolumeFile>();
  private readonly directories = new Set<string>(['']);

  constructor(private readonly clock: Clock) {}

  kind(path: string): 'file' | 'directory' | undefined {
    if (this.directories.has(path)) return 'directory';
    return this.files.has(path) ? 'file' : undefined;
  }

  file(path: string): VolumeFile | undefined {
    return this.files.get(path);
  }

  write(path: string, bytes: Uint8Array, allocated = 0): void {
    this.files.set(path, { bytes, modified: this.clock.now(), allocated });
  }

  /** With all directories above it. */
  makeDirectory(path: string): void {
    const names = path.split('/').filter(name => name !== '');
    for (let depth = 1; depth <= names.length; depth += 1) {
      this.directories.add(names.slice(0, depth).join('/'));
    }
  }

  /** Names in a directory, sorted. */
  list(path: string): string[] {
    const prefix = path === '' ? '' : `${path}/`;
    const names = new Set<string>();
    for (const entry of [...this.files.keys(), ...this.directories]) {
      if (entry === '' || !entry.startsWith(prefix)) continue;
      const name = entry.slice(prefix.length).split('/')[0];
      if (name !== '') names.add(name);
    }
    return [...names].sort();
  }

  /** A file, or a directory with all that is in it. */
  remove(path: string): void {
    this.files.delete(path);
    for (const entry of [...this.files.keys()]) {
      if (entry.startsWith(`${path}/`)) this.files.delete(entry);
    }
    for (const entry of [...this.directories]) {
      if (entry === path || entry.startsWith(`${path}/`)) {
        this.directories.delete(entry);
      }
    }
    this.directories.add('');
  }

  /** As `du` counts: whole blocks, one for each directory. */
  usage(): { bytes: number; inodes: number } {
    let bytes = this.directories.size * BLOCK;
    for (const file of this.files.values()) {
      const size = Math.max(file.bytes.length, file.allocated);
      bytes += Math.ceil(size / BLOCK) * BLOCK;
    }
    return { bytes, inodes: this.directories.size + this.files.size };
  }
}
