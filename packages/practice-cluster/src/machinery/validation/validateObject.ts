import { isEqualJson } from '../isEqualJson';
import { KubeObject } from '../../types';
import { FieldError } from './FieldError';
import { invalidObject } from './invalidObject';
import { validateClaim, validateClaimUpdate } from './validateClaim';
import { validateMetadata } from './validateMetadata';
import { validatePodSpec } from './validatePodSpec';
import { validateService, validateServiceUpdate } from './validateService';
import {
  validateStatefulSet,
  validateStatefulSetUpdate,
} from './validateStatefulSet';

interface Validator {
  object(object: KubeObject): FieldError[];
  update(next: KubeObject, current: KubeObject): FieldError[];
}

const VALIDATORS = new Map<string, Validator>([
  ['pods', { object: validatePod, update: validatePodUpdate }],
  [
    'statefulsets',
    { object: validateStatefulSet, update: validateStatefulSetUpdate },
  ],
  [
    'persistentvolumeclaims',
    { object: validateClaim, update: validateClaimUpdate },
  ],
  ['services', { object: validateService, update: validateServiceUpdate }],
]);

/**
 * Refuses, with 422 and every fault by name, what the API would refuse.
 * Defaults must have been applied.
 *
 * @public
 */
export function validateObject(
  resource: string,
  next: KubeObject,
  current?: KubeObject,
): void {
  const validator = VALIDATORS.get(resource);
  const errors = [
    ...validateMetadata(resource, next),
    ...(validator?.object(next) ?? []),
    ...(current ? validator?.update(next, current) ?? [] : []),
  ];
  if (errors.length > 0) {
    throw invalidObject(resource, next.metadata.name ?? '', errors);
  }
}

function validatePod({ spec }: KubeObject): FieldError[] {
  return validatePodSpec('spec', spec);
}

function validatePodUpdate(next: KubeObject, current: KubeObject) {
  return isEqualJson(fixedPart(next), fixedPart(current))
    ? []
    : [
        FieldError.forbidden(
          'spec',
          'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
        ),
      ];
}

function fixedPart({ spec }: KubeObject) {
  const { activeDeadlineSeconds, tolerations, ...fixed } = spec;
  const withoutImages = (containers: any[] | undefined) =>
    (containers ?? []).map(({ image, ...container }) => container);
  return {
    ...fixed,
    containers: withoutImages(fixed.containers),
    initContainers: withoutImages(fixed.initContainers),
  };
}
