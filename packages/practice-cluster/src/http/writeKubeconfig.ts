import { stringify } from 'yaml';
import { TOKEN_PATH } from './splitTokenPath';

/**
 * A kubeconfig for one user of one cluster. The token stands in the server's
 * path too, as kubectl sends none in a header over plain HTTP.
 *
 * @public
 */
export function writeKubeconfig(options: {
  url: string;
  user: string;
  token: string;
  namespace: string;
}): string {
  const name = 'practice-cluster';
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      {
        name,
        cluster: {
          server: options.url + TOKEN_PATH + options.token,
          // client-node speaks plain HTTP only where this is said.
          'insecure-skip-tls-verify': true,
        },
      },
    ],
    users: [{ name: options.user, user: { token: options.token } }],
    contexts: [
      {
        name,
        context: {
          cluster: name,
          user: options.user,
          namespace: options.namespace,
        },
      },
    ],
  });
}
