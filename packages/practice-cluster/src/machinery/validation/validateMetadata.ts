import { KubeObject } from '../../types';
import { FieldError } from './FieldError';
import { nameProblem } from './nameRules';

const NAME_PART = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const VALUE = `(${NAME_PART})?`;
const NAME_PATTERN = new RegExp(`^([a-z0-9.-]+/)?${NAME_PART}$`);
const VALUE_PATTERN = new RegExp(`^${VALUE}$`);
const NAME_WORDS = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${NAME_PART}')`;
const VALUE_WORDS = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${VALUE}')`;
const MAX_LABEL = 63;
const MAX_ANNOTATION_BYTES = 256 * 1024;

/** @public */
export function validateMetadata(
  resource: string,
  { metadata }: KubeObject,
): FieldError[] {
  const errors: FieldError[] = [];
  const { name, generateName } = metadata;
  if (!name && !generateName) {
    errors.push(
      FieldError.required('metadata.name', 'name or generateName is required'),
    );
  } else if (name) {
    const problem = nameProblem(resource, name);
    if (problem)
      errors.push(FieldError.invalid('metadata.name', name, problem));
  }
  errors.push(...validateLabels('metadata.labels', metadata.labels));
  errors.push(...validateAnnotations(metadata.annotations));
  return errors;
}

/** @public */
export function validateLabels(field: string, labels: unknown): FieldError[] {
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(labels ?? {})) {
    if (!NAME_PATTERN.test(key)) {
      errors.push(FieldError.invalid(field, key, NAME_WORDS));
    }
    if (typeof value !== 'string' || !VALUE_PATTERN.test(value)) {
      errors.push(FieldError.invalid(field, value, VALUE_WORDS));
    } else if (value.length > MAX_LABEL) {
      errors.push(
        FieldError.invalid(
          field,
          value,
          `must be no more than ${MAX_LABEL} characters`,
        ),
      );
    }
  }
  return errors;
}

function validateAnnotations(annotations: unknown): FieldError[] {
  let bytes = 0;
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(annotations ?? {})) {
    if (!NAME_PATTERN.test(key)) {
      errors.push(FieldError.invalid('metadata.annotations', key, NAME_WORDS));
    }
    bytes += Buffer.byteLength(key) + Buffer.byteLength(String(value));
  }
  if (bytes > MAX_ANNOTATION_BYTES) {
    errors.push(
      FieldError.invalid(
        'metadata.annotations',
        '',
        `Too long: may not be more than ${MAX_ANNOTATION_BYTES} bytes`,
      ),
    );
  }
  return errors;
}
