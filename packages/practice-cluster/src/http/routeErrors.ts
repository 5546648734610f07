import { ApiError } from '../types';

/**
 * Refusals of paths and methods, in the API's words.
 *
 * @public
 */
export const routeErrors = {
  notServed() {
    return new ApiError(
      404,
      'NotFound',
      'the server could not find the requested resource',
    );
  },

  methodNotAllowed() {
    return new ApiError(
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
    );
  },
};
