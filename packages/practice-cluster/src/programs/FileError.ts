/** A refused file operation, in the words of `strerror`. @public */
export class FileError extends Error {
  constructor(
    readonly path: string,
    readonly why:
      | 'No such file or directory'
      | 'Is a directory'
      | 'Not a directory'
      | 'Read-only file system',
  ) {
    super(`${path}: ${why}`);
    this.name = 'FileError';
  }
}
