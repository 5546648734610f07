import { FieldError } from './FieldError';
import { labelProblem } from './nameRules';

const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];

/** @public */
export function validatePodSpec(
  field: string,
  spec: Record<string, any>,
): FieldError[] {
  const errors: FieldError[] = [];
  const volumes = new Set<string>();
  asArray(spec.volumes).forEach((volume, index) => {
    errors.push(
      ...validateName(`${field}.volumes[${index}].name`, volume.name, volumes),
    );
  });
  const containers = asArray(spec.containers);
  if (containers.length === 0) {
    errors.push(FieldError.required(`${field}.containers`));
  }
  const names = new Set<string>();
  for (const [list, members] of [
    ['containers', containers],
    ['initContainers', asArray(spec.initContainers)],
  ] as const) {
    members.forEach((container, index) => {
      const path = `${field}.${list}[${index}]`;
      errors.push(...validateName(`${path}.name`, container.name, names));
      errors.push(...validateContainer(path, container, volumes));
    });
  }
  if (!RESTART_POLICIES.includes(spec.restartPolicy)) {
    errors.push(
      FieldError.notSupported(
        `${field}.restartPolicy`,
        spec.restartPolicy,
        RESTART_POLICIES,
      ),
    );
  }
  return errors;
}

function validateContainer(
  field: string,
  container: Record<string, any>,
  volumes: ReadonlySet<string>,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!container.image) errors.push(FieldError.required(`${field}.image`));
  asArray(container.ports).forEach(({ containerPort }, index) => {
    if (
      !Number.isInteger(containerPort) ||
      containerPort < 1 ||
      containerPort > 65535
    ) {
      errors.push(
        FieldError.invalid(
          `${field}.ports[${index}].containerPort`,
          containerPort,
          'must be between 1 and 65535, inclusive',
        ),
      );
    }
  });
  asArray(container.volumeMounts).forEach((mount, index) => {
    const path = `${field}.volumeMounts[${index}]`;
    if (!volumes.has(mount.name)) {
      errors.push(FieldError.notFound(`${path}.name`, mount.name));
    }
    if (!mount.mountPath) errors.push(FieldError.required(`${path}.mountPath`));
  });
  return errors;
}

function validateName(
  field: string,
  name: unknown,
  taken: Set<string>,
): FieldError[] {
  if (typeof name !== 'string' || name === '') {
    return [FieldError.required(field)];
  }
  const problem = labelProblem(name);
  if (problem) return [FieldError.invalid(field, name, problem)];
  if (taken.has(name)) return [FieldError.duplicate(field, name)];
  taken.add(name);
  return [];
}

function asArray(value: unknown): Array<Record<string, any>> {
  return Array.isArray(value) ? value : [];
}
