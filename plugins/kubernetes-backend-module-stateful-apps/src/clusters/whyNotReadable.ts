import {
  AuthenticationStrategy,
  ClusterDetails,
} from '@backstage/plugin-kubernetes-node';
import { authProviderOf } from './authProviderOf';

/** Providers whose credential is a token that the user's browser sends along. */
const CLIENT_SIDE: ReadonlySet<string> = new Set(['aks', 'google', 'oidc']);

/**
 * Why a cluster cannot be watched, in one sentence that ends with what to
 * change; undefined if it can. A watch outlives every user's visit, so it
 * needs a credential of the server's own.
 */
export function whyNotReadable(
  cluster: ClusterDetails,
  strategy: AuthenticationStrategy | undefined,
): string | undefined {
  const provider = authProviderOf(cluster);
  if (!strategy) {
    return `plugin-kubernetes has no strategy for this cluster's auth provider '${provider}'; correct authProvider in its configuration.`;
  }
  if (CLIENT_SIDE.has(provider)) {
    return `This cluster is read with each user's own '${provider}' token, and watching needs a credential of the server's own; give it another authProvider, for example serviceAccount with the read role of this plugin.`;
  }
  return undefined;
}
