/**
 * One requirement of a label selector, as in `matchExpressions`.
 *
 * @public
 */
export interface LabelRequirement {
  key: string;
  operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  /** Empty for `Exists` and `DoesNotExist`. */
  values: string[];
}
