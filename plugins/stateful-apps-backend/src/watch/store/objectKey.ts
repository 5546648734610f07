/** A key that no other namespace and name give: `/` is in neither. */
export function objectKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}
