import { ApiError } from '../types';

/** An error as the API answers it. @public */
export function toStatus(error: ApiError) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: error.message,
    ...(error.reason ? { reason: error.reason } : {}),
    details: error.details ?? {},
    code: error.code,
  };
}
