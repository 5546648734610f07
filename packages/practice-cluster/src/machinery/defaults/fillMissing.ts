/** Sets the fields of `defaults` that `target` does not have. @public */
export function fillMissing(
  target: Record<string, any>,
  defaults: Record<string, unknown>,
): void {
  for (const [field, value] of Object.entries(defaults)) {
    target[field] ??= value;
  }
}
