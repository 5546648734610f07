import { IncomingMessage } from 'node:http';
import { createHash, timingSafeEqual } from 'node:crypto';
import { AccessToken } from '../machinery/access/AccessToken';
import { ApiError } from '../types';

const ANONYMOUS: AccessToken = {
  token: '',
  user: 'system:anonymous',
  groups: ['system:unauthenticated'],
  rules: [
    {
      verbs: ['get'],
      nonResourceURLs: [
        '/healthz',
        '/livez',
        '/readyz',
        '/version',
        '/version/',
      ],
    },
  ],
};

/**
 * Who a request comes from, by the token in its path or its bearer token.
 * Throws 401 for a token that is not known; without a token it is
 * `system:anonymous`.
 *
 * @public
 */
export function authenticate(
  request: IncomingMessage,
  tokenInPath: string | undefined,
  tokens: readonly AccessToken[],
): AccessToken {
  const { authorization } = request.headers;
  if (!authorization && tokenInPath === undefined) return ANONYMOUS;
  const bearer = /^bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const given = tokenInPath ?? bearer ?? '';
  const known = tokens.find(({ token }) => isEqual(token, given));
  if (!known) throw new ApiError(401, 'Unauthorized', 'Unauthorized');
  return known;
}

function isEqual(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
