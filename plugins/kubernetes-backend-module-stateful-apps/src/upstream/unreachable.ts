import { isError, toError } from '@backstage/errors';
import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';

/** What a request that got no complete answer failed of. */
export function unreachable(
  error: unknown,
  cluster: ClusterDetails,
): GatewayError {
  if (error instanceof GatewayError) return error;
  // An aborted request fails with the signal's reason as its cause.
  if (isError(error) && error.cause instanceof GatewayError) return error.cause;
  const { code = '', message }: NodeJS.ErrnoException = toError(error);
  const { host } = new URL(cluster.url);
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(GET|VERIFY)/.test(code)) {
    return new GatewayError(
      'unreachable',
      `The certificate of the API server at ${host} is not trusted (${message}); set caData or caFile of this cluster.`,
      { cause: error },
    );
  }
  return new GatewayError(
    'unreachable',
    `No connection to the API server at ${host} (${
      code || message
    }); check that it runs and that this backend may reach it.`,
    { cause: error },
  );
}
