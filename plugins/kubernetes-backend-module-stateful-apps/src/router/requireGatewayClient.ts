import { HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { GATEWAY_SUBJECT } from '@stateful-apps/backstage-plugin-node';
import { Request } from 'express';

/**
 * Lets the stateful apps backend in and nobody else: no user, no other
 * plugin, no external caller. Throws the errors of `@backstage/errors`.
 */
export async function requireGatewayClient(
  httpAuth: HttpAuthService,
  request: Request,
): Promise<void> {
  const { principal } = await httpAuth.credentials(request, {
    allow: ['service'],
  });
  if (principal.subject !== GATEWAY_SUBJECT) {
    throw new NotAllowedError(
      `Only the service ${GATEWAY_SUBJECT} is answered here.`,
    );
  }
}
