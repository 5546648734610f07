import { GatewayError } from '@stateful-apps/backstage-plugin-node';

/** The error of a request whose time was over; undefined for every other. */
export function timeoutOf(error: unknown): GatewayError | undefined {
  return error instanceof Error && error.name === 'TimeoutError'
    ? new GatewayError('timeout', 'The gateway did not answer in time.', {
        cause: error,
      })
    : undefined;
}
