import { apiErrors } from '../../machinery/apiErrors';
import { FieldError } from '../../machinery/validation/FieldError';
import { invalid } from '../../machinery/validation/invalid';
import { KubeObject } from '../../types';
import { ResourceContext } from '../RequestContext';
import { changeObject } from './changeObject';
import { scaleOf } from './scaleOf';

/** Writes the Scale that a client has made of the present one. @public */
export function changeScale(
  context: ResourceContext,
  make: (current: unknown) => any,
): KubeObject {
  return changeObject(
    { ...context, target: { ...context.target, subresource: undefined } },
    current => {
      const scale = make(scaleOf(current));
      const replicas = scale?.spec?.replicas ?? 0;
      const { name } = current.metadata;
      if (typeof replicas !== 'number') {
        throw apiErrors.badRequest(
          'Scale in version "v1" cannot be handled as a Scale: json: cannot unmarshal into Go struct field ScaleSpec.spec.replicas of type int32',
        );
      }
      if (!Number.isInteger(replicas) || replicas < 0) {
        throw invalid({ group: 'autoscaling', kind: 'Scale' }, name, [
          FieldError.invalid(
            'spec.replicas',
            replicas,
            'must be greater than or equal to 0',
          ),
        ]);
      }
      return {
        ...current,
        metadata: {
          ...current.metadata,
          name: scale.metadata?.name ?? name,
          uid: scale.metadata?.uid ?? current.metadata.uid,
          resourceVersion: scale.metadata?.resourceVersion ?? '',
        },
        spec: { ...current.spec, replicas },
      };
    },
  );
}
