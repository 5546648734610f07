/** An absolute path, seen from a working directory. @public */
export function resolvePath(workingDirectory: string, path: string): string {
  return path.startsWith('/') ? path : `${workingDirectory}/${path}`;
}
