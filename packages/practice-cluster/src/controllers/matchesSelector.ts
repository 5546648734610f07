/** Whether labels fit a `metav1.LabelSelector`; no selector fits nothing. @public */
export function matchesSelector(
  selector: any,
  labels: Readonly<Record<string, string>> = {},
): boolean {
  if (!selector) return false;
  const has = (key: string) => Object.hasOwn(labels, key);
  const equal = Object.entries(selector.matchLabels ?? {}).every(
    ([key, value]) => has(key) && labels[key] === value,
  );
  return (
    equal &&
    (selector.matchExpressions ?? []).every(
      ({ key, operator, values = [] }: any) => {
        switch (operator) {
          case 'In':
            return has(key) && values.includes(labels[key]);
          case 'NotIn':
            return !has(key) || !values.includes(labels[key]);
          case 'Exists':
            return has(key);
          case 'DoesNotExist':
            return !has(key);
          default:
            return false;
        }
      },
    )
  );
}
