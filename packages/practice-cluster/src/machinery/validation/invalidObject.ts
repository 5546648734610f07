import { ApiError } from '../../types';
import { resourceByName } from '../resourceByName';
import { FieldError } from './FieldError';
import { invalid } from './invalid';

/** 422 for an object of a stored resource. @public */
export function invalidObject(
  resource: string,
  name: string,
  errors: readonly FieldError[],
): ApiError {
  const { group, kind } = resourceByName(resource);
  return invalid({ group, kind }, name, errors);
}
