import { GatewayError } from '@stateful-apps/backstage-plugin-node';

/**
 * URL of a path below an API server's own. The caller has checked each
 * segment; that none of them leads elsewhere is checked on the outcome again,
 * whatever the URL parser makes of them.
 */
export function buildUrl(
  base: string,
  segments: readonly string[],
  query: Readonly<Record<string, string | undefined>> = {},
): URL {
  const url = new URL(base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new GatewayError(
      'unreadable',
      `The cluster's url has to begin with https:// or http://, not ${url.protocol}//`,
    );
  }
  const { origin } = url;
  const prefix = url.pathname.replace(/\/+$/, '');
  const path = `${prefix}/${segments.join('/')}`;
  url.pathname = path;
  url.search = '';
  url.hash = '';
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  if (url.origin !== origin || url.pathname !== path) {
    throw new GatewayError(
      'malformed',
      'The request leads outside of what was asked for.',
    );
  }
  return url;
}
