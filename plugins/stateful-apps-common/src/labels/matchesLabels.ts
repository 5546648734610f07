import { LabelRequirement } from '../model';

function matchesRequirement(
  requirement: LabelRequirement,
  value: string | undefined,
): boolean {
  switch (requirement.operator) {
    case 'In':
      return value !== undefined && requirement.values.includes(value);
    case 'NotIn':
      return value === undefined || !requirement.values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

/**
 * Whether labels fulfil every requirement of a selector. As in Kubernetes, an
 * empty selector matches everything and `NotIn` matches what lacks the label.
 *
 * @public
 */
export function matchesLabels(
  selector: {
    matchLabels?: Readonly<Record<string, string>>;
    matchExpressions?: readonly LabelRequirement[];
  },
  labels: Readonly<Record<string, string>>,
): boolean {
  const own = (key: string) =>
    Object.prototype.hasOwnProperty.call(labels, key) ? labels[key] : undefined;
  for (const key of Object.keys(selector.matchLabels ?? {})) {
    if (own(key) !== selector.matchLabels![key]) return false;
  }
  for (const requirement of selector.matchExpressions ?? []) {
    if (!matchesRequirement(requirement, own(requirement.key))) return false;
  }
  return true;
}
