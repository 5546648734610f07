import { isError, toError } from '@backstage/errors';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { timeoutOf } from './timeoutOf';

/** A request that the gateway did not answer at all. */
export function gatewayUnreachable(error: unknown): GatewayError {
  const { cause, message } = toError(error);
  const detail = isError(cause) ? cause.message : message;
  return (
    timeoutOf(error) ??
    new GatewayError(
      'gateway-missing',
      `plugin-kubernetes cannot be reached (${detail}); check that its backend runs and that discovery knows its address.`,
      { cause: error },
    )
  );
}
