import { ApiError } from '../types';
import { groupResource } from './groupResource';
import { ResourceDefinition } from './ResourceDefinition';

/**
 * The refusals of the API, in Kubernetes' own words.
 *
 * @public
 */
export const apiErrors = {
  notFound(definition: ResourceDefinition, name: string) {
    return new ApiError(
      404,
      'NotFound',
      `${groupResource(definition)} "${name}" not found`,
      objectDetails(definition, name),
    );
  },

  alreadyExists(definition: ResourceDefinition, name: string) {
    return new ApiError(
      409,
      'AlreadyExists',
      `${groupResource(definition)} "${name}" already exists`,
      objectDetails(definition, name),
    );
  },

  conflict(definition: ResourceDefinition, name: string, why: string) {
    return new ApiError(
      409,
      'Conflict',
      `Operation cannot be fulfilled on ${groupResource(
        definition,
      )} "${name}": ${why}`,
      objectDetails(definition, name),
    );
  },

  forbidden(definition: ResourceDefinition, name: string, why: string) {
    const subject = name ? ` ${JSON.stringify(name)}` : '';
    return new ApiError(
      403,
      'Forbidden',
      `${groupResource(definition)}${subject} is forbidden: ${why}`,
      objectDetails(definition, name),
    );
  },

  badRequest(message: string) {
    return new ApiError(400, 'BadRequest', message);
  },

  expired(message: string) {
    return new ApiError(410, 'Expired', message);
  },

  internal(message: string) {
    return new ApiError(
      500,
      'InternalError',
      `Internal error occurred: ${message}`,
      { causes: [{ message }] },
    );
  },
};

function objectDetails(definition: ResourceDefinition, name: string) {
  return {
    ...(name ? { name } : {}),
    ...(definition.group ? { group: definition.group } : {}),
    kind: definition.name,
  };
}
