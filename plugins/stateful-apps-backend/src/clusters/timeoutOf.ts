import { isError } from '@backstage/errors';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';

/** The error of a request whose time was over; undefined for every other. */
export function timeoutOf(error: unknown): GatewayError | undefined {
  return isError(error) && error.name === 'TimeoutError'
    ? new GatewayError('timeout', 'The gateway did not answer in time.', {
        cause: error,
      })
    : undefined;
}
