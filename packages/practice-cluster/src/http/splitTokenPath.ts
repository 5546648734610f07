/** The path below which a request carries its token in the URL. @public */
export const TOKEN_PATH = '/token/';

/**
 * Takes a token out of the beginning of a URL: `/token/TOKEN/api/v1/pods`.
 * kubectl sends no bearer token over plain HTTP, but it keeps the path of the
 * `server` in its kubeconfig.
 *
 * @public
 */
export function splitTokenPath(url: string): { url: string; token?: string } {
  if (!url.startsWith(TOKEN_PATH)) return { url };
  const rest = url.slice(TOKEN_PATH.length);
  const end = rest.search(/[/?]|$/);
  const path = rest.slice(end);
  return {
    token: rest.slice(0, end),
    url: path.startsWith('/') ? path : `/${path}`,
  };
}
