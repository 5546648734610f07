import { ApiError } from '../../types';
import { FieldError } from './FieldError';

/** 422 with every field that is wrong. @public */
export function invalid(
  type: { group: string; kind: string },
  name: string,
  errors: readonly FieldError[],
): ApiError {
  const sentences = errors.map(({ field, message }) => `${field}: ${message}`);
  const all =
    sentences.length === 1 ? sentences[0] : `[${sentences.join(', ')}]`;
  const qualified = type.group ? `${type.kind}.${type.group}` : type.kind;
  return new ApiError(
    422,
    'Invalid',
    `${qualified} ${JSON.stringify(name)} is invalid: ${all}`,
    {
      ...(name ? { name } : {}),
      ...(type.group ? { group: type.group } : {}),
      kind: type.kind,
      causes: errors.map(({ reason, message, field }) => ({
        reason,
        message,
        field,
      })),
    },
  );
}
