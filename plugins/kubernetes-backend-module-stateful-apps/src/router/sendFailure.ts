import { InputError, toError } from '@backstage/errors';
import {
  GatewayError,
  GatewayErrorBody,
  GatewayErrorReason,
} from '@stateful-apps/backstage-plugin-node';
import { Response } from 'express';

/** Status of the gateway's own answer. The API server's is in the body. */
const STATUS: Readonly<Record<GatewayErrorReason, number>> = {
  unauthorized: 502,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  throttled: 429,
  timeout: 504,
  'too-large': 502,
  unreachable: 502,
  'gateway-missing': 502,
  unreadable: 502,
  'server-error': 502,
  malformed: 502,
};

/** Answers with a failure, or breaks off an answer that has begun. */
export function sendFailure(response: Response, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { reason, message, status, retryAfterMs } = toGatewayError(error);
  if (retryAfterMs !== undefined) {
    response.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
  }
  const body: GatewayErrorBody = {
    error: { reason, message, status, retryAfterMs },
  };
  response
    .status(error instanceof InputError ? 400 : STATUS[reason])
    .json(body);
}

function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const { message } = toError(error);
  return error instanceof InputError
    ? new GatewayError('malformed', message)
    : new GatewayError('server-error', `The gateway failed: ${message}`);
}
