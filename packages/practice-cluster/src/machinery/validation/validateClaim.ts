import { isEqualJson } from '../isEqualJson';
import { KubeObject } from '../../types';
import { FieldError } from './FieldError';

const QUANTITY = /^\d+(\.\d+)?([KMGTPE]i?|[kmun]|[eE]\d+)?$/;

/** @public */
export function validateClaim({ spec }: KubeObject): FieldError[] {
  const errors: FieldError[] = [];
  if (!Array.isArray(spec.accessModes) || spec.accessModes.length === 0) {
    errors.push(
      FieldError.required(
        'spec.accessModes',
        'at least 1 access mode is required',
      ),
    );
  }
  const storage = spec.resources?.requests?.storage;
  if (storage === undefined) {
    errors.push(FieldError.required('spec.resources[storage]'));
  } else if (!QUANTITY.test(String(storage))) {
    errors.push(
      FieldError.invalid(
        'spec.resources[storage]',
        storage,
        'must be a quantity greater than zero',
      ),
    );
  }
  return errors;
}

/** @public */
export function validateClaimUpdate(
  next: KubeObject,
  current: KubeObject,
): FieldError[] {
  const bound = current.status?.phase === 'Bound';
  return isEqualJson(fixedPart(next, bound), fixedPart(current, bound))
    ? []
    : [
        FieldError.forbidden(
          'spec',
          'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
        ),
      ];
}

function fixedPart({ spec }: KubeObject, bound: boolean) {
  if (!bound) return spec;
  const { volumeAttributesClassName, resources, ...fixed } = spec;
  return { ...fixed, limits: resources?.limits };
}
