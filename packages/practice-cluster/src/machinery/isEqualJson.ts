/** Whether two JSON values are the same, whatever the order of their fields. @public */
export function isEqualJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every(
      field =>
        Object.hasOwn(other, field) &&
        isEqualJson(
          (one as Record<string, unknown>)[field],
          (other as Record<string, unknown>)[field],
        ),
    )
  );
}
