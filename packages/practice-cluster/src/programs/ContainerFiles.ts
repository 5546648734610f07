import { FileError } from './FileError';
import { Volume } from './Volume';

/** @public */
export interface Mount {
  /** Absolute, without a slash at its end. */
  path: string;
  volume: Volume;
  /** Directory or file inside the volume; `''` is its root. */
  subPath: string;
  readOnly: boolean;
}

/**
 * The files that a container sees: its image's layer with volumes mounted
 * over it. Paths are absolute.
 *
 * @public
 */
export class ContainerFiles {
  private readonly mounts: Mount[];

  constructor(layer: Volume, mounts: readonly Mount[]) {
    const root = { path: '', volume: layer, subPath: '', readOnly: false };
    // The longest mount path that holds a path decides.
    this.mounts = [root, ...mounts].sort(
      (one, other) => other.path.length - one.path.length,
    );
  }

  kind(path: string): 'file' | 'directory' | undefined {
    const { mount, inner } = this.locate(path);
    return mount.volume.kind(inner);
  }

  read(path: string): Uint8Array {
    const { mount, inner } = this.locate(path);
    const file = mount.volume.file(inner);
    if (file) return file.bytes;
    throw new FileError(
      path,
      mount.volume.kind(inner) ? 'Is a directory' : 'No such file or directory',
    );
  }

  readText(path: string): string {
    return new TextDecoder().decode(this.read(path));
  }

  /** Milliseconds since the epoch. */
  modified(path: string): number | undefined {
    const { mount, inner } = this.locate(path);
    return mount.volume.file(inner)?.modified;
  }

  /** `allocated`: bytes to set aside on the disk. */
  write(path: string, content: Uint8Array | string, allocated = 0): void {
    const { mount, inner } = this.locate(path);
    this.expectWritable(mount, path);
    const kind = mount.volume.kind(inner);
    if (kind === 'directory') throw new FileError(path, 'Is a directory');
    const parent = path.slice(0, path.lastIndexOf('/')) || '/';
    if (kind === undefined && this.kind(parent) !== 'directory') {
      throw new FileError(path, 'No such file or directory');
    }
    const bytes =
      typeof content === 'string' ? new TextEncoder().encode(content) : content;
    mount.volume.write(inner, bytes, allocated);
  }

  append(path: string, content: string): void {
    const before = this.kind(path) === 'file' ? this.readText(path) : '';
    this.write(path, before + content);
  }

  makeDirectory(path: string): void {
    const { mount, inner } = this.locate(path);
    if (mount.volume.kind(inner) === 'file') {
      throw new FileError(path, 'Not a directory');
    }
    if (mount.volume.kind(inner) === 'directory') return;
    this.expectWritable(mount, path);
    mount.volume.makeDirectory(inner);
  }

  list(path: string): string[] {
    if (this.kind(path) === undefined) {
      throw new FileError(path, 'No such file or directory');
    }
    if (this.kind(path) === 'file')
      throw new FileError(path, 'Not a directory');
    const { mount, inner } = this.locate(path);
    return mount.volume.list(inner);
  }

  remove(path: string): void {
    const { mount, inner } = this.locate(path);
    if (mount.volume.kind(inner) === undefined) {
      throw new FileError(path, 'No such file or directory');
    }
    this.expectWritable(mount, path);
    mount.volume.remove(inner);
  }

  private expectWritable(mount: Mount, path: string) {
    if (mount.readOnly) throw new FileError(path, 'Read-only file system');
  }

  private locate(path: string): { mount: Mount; inner: string } {
    const absolute = normalize(path);
    const mount = this.mounts.find(
      ({ path: at }) => absolute === at || absolute.startsWith(`${at}/`),
    )!;
    const rest = absolute.slice(mount.path.length + 1);
    const inner = [mount.subPath, rest].filter(part => part !== '').join('/');
    return { mount, inner };
  }
}

/** Absolute, without `.`, `..` and doubled slashes; the root is `''`. */
function normalize(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  return names.map(name => `/${name}`).join('');
}
