import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { timeoutOf } from './timeoutOf';

/** An answer that began and did not end. */
export function brokenOff(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  return (
    timeoutOf(error) ??
    new GatewayError(
      'unreachable',
      'The connection to the API server broke off.',
      { cause: error },
    )
  );
}
