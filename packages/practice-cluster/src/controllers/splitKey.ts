/** Namespace (undefined for cluster-scoped objects) and name of a key. @public */
export function splitKey(key: string): [string | undefined, string] {
  const slash = key.indexOf('/');
  return slash < 0
    ? [undefined, key]
    : [key.slice(0, slash), key.slice(slash + 1)];
}
