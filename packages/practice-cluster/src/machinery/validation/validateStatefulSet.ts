import { isEqualJson } from '../isEqualJson';
import { KubeObject } from '../../types';
import { matchesLabelSelector } from '../selectors/matchesLabelSelector';
import { FieldError } from './FieldError';
import { validatePodSpec } from './validatePodSpec';

const MUTABLE_FIELDS = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

/** @public */
export function validateStatefulSet({ spec }: KubeObject): FieldError[] {
  const errors: FieldError[] = [];
  if (!['OrderedReady', 'Parallel'].includes(spec.podManagementPolicy)) {
    errors.push(
      FieldError.invalid(
        'spec.podManagementPolicy',
        spec.podManagementPolicy,
        "must be 'OrderedReady' or 'Parallel'",
      ),
    );
  }
  if (!['RollingUpdate', 'OnDelete'].includes(spec.updateStrategy.type)) {
    errors.push(
      FieldError.invalid(
        'spec.updateStrategy',
        spec.updateStrategy,
        "must be 'RollingUpdate' or 'OnDelete'",
      ),
    );
  }
  for (const [field, value] of [
    ['spec.replicas', spec.replicas],
    ['spec.minReadySeconds', spec.minReadySeconds ?? 0],
    ['spec.ordinals.start', spec.ordinals?.start ?? 0],
    [
      'spec.updateStrategy.rollingUpdate.partition',
      spec.updateStrategy.rollingUpdate?.partition ?? 0,
    ],
  ] as const) {
    if (!Number.isInteger(value) || value < 0) {
      errors.push(
        FieldError.invalid(field, value, 'must be greater than or equal to 0'),
      );
    }
  }
  const labels = spec.template.metadata.labels;
  if (!spec.selector) errors.push(FieldError.required('spec.selector'));
  if (!spec.selector || !matchesLabelSelector(labels ?? {}, spec.selector)) {
    errors.push(
      FieldError.invalid(
        'spec.template.metadata.labels',
        labels,
        '`selector` does not match template `labels`',
      ),
    );
  }
  errors.push(...validatePodSpec('spec.template.spec', withClaimVolumes(spec)));
  return errors;
}

/** @public */
export function validateStatefulSetUpdate(
  next: KubeObject,
  current: KubeObject,
): FieldError[] {
  return isEqualJson(
    withoutMutableFields(next.spec),
    withoutMutableFields(current.spec),
  )
    ? []
    : [
        FieldError.forbidden(
          'spec',
          "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
        ),
      ];
}

/** Mounts may name the claims that each pod gets. */
function withClaimVolumes(spec: Record<string, any>): Record<string, any> {
  const podSpec = spec.template.spec;
  const own: any[] = podSpec.volumes ?? [];
  const claims = (spec.volumeClaimTemplates ?? [])
    .map((template: KubeObject) => ({ name: template.metadata?.name }))
    .filter(({ name }: { name: string }) => !own.some(v => v.name === name));
  return { ...podSpec, volumes: [...own, ...claims] };
}

function withoutMutableFields(spec: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(spec).filter(([field]) => !MUTABLE_FIELDS.includes(field)),
  );
}
