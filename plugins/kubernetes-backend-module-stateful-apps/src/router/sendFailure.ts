import { isError } from '@backstage/errors';
import {
  GATEWAY_HEADER,
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
  const failure =
    error instanceof GatewayError
      ? error
      : new GatewayError(
          'server-error',
          `The gateway failed: ${isError(error) ? error.message : error}`,
        );
  const { reason, message, status, retryAfterMs } = failure;
  if (retryAfterMs !== undefined) {
    response.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
  }
  const body: GatewayErrorBody = {
    error: { reason, message, status, retryAfterMs },
  };
  response.set(GATEWAY_HEADER, 'v1').status(STATUS[reason]).json(body);
}
