/** The last part of a path. @internal */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
