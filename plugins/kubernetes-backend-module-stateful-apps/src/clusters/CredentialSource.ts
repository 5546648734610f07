import { toError } from '@backstage/errors';
import {
  AuthenticationStrategy,
  ClusterDetails,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { readFile } from 'node:fs/promises';
import { authProviderOf } from './authProviderOf';
import { ClusterSettings } from './readClusterSettings';

/** `read` for lists and watches, `probe` for what goes through to members. */
export type CredentialUse = 'read' | 'probe';

/** How long a credential is good for before it is asked for again. */
const TTL_MS = 60_000;

/** Credentials of the server's own, by cluster and use. */
export class CredentialSource {
  readonly #cached = new Map<
    string,
    { until: number; credential: Promise<KubernetesCredential> }
  >();

  constructor(
    private readonly strategies: { [provider: string]: AuthenticationStrategy },
  ) {}

  /** Throws `unreadable` if there is none. */
  get(
    cluster: ClusterDetails,
    settings: ClusterSettings,
    use: CredentialUse,
  ): Promise<KubernetesCredential> {
    const key = `${use} ${cluster.name}`;
    const cached = this.#cached.get(key);
    if (cached && cached.until > Date.now()) return cached.credential;
    const credential = this.#ask(cluster, settings, use);
    this.#cached.set(key, { until: Date.now() + TTL_MS, credential });
    credential.catch(() => this.forget(cluster, use));
    return credential;
  }

  /** The next `get` asks anew: what we had was rejected. */
  forget(cluster: ClusterDetails, use: CredentialUse): void {
    this.#cached.delete(`${use} ${cluster.name}`);
  }

  async #ask(
    cluster: ClusterDetails,
    settings: ClusterSettings,
    use: CredentialUse,
  ): Promise<KubernetesCredential> {
    if (use === 'probe' && settings.probeToken) {
      return { type: 'bearer token', token: settings.probeToken };
    }
    if (use === 'probe' && settings.probeTokenFile) {
      return {
        type: 'bearer token',
        token: await readToken(settings.probeTokenFile),
      };
    }
    const provider = authProviderOf(cluster);
    let credential: KubernetesCredential;
    try {
      credential = await this.strategies[provider].getCredential(cluster, {});
    } catch (error) {
      throw new GatewayError(
        'unreadable',
        `The auth provider '${provider}' of this cluster gives no credential: ${
          toError(error).message
        }`,
        { cause: error },
      );
    }
    if (credential.type === 'anonymous' && provider !== 'localKubectlProxy') {
      throw new GatewayError(
        'unreadable',
        `The auth provider '${provider}' of this cluster gives no credential without a user; give the cluster a provider with one of the server's own, for example serviceAccount.`,
      );
    }
    return credential;
  }
}

async function readToken(file: string): Promise<string> {
  try {
    const token = (await readFile(file, 'utf8')).trim();
    if (token) return token;
  } catch (error) {
    throw new GatewayError(
      'unreadable',
      `The token file of statefulApps.clusters[].probe cannot be read: ${
        toError(error).message
      }`,
      { cause: error },
    );
  }
  throw new GatewayError(
    'unreadable',
    `The token file ${file} of statefulApps.clusters[].probe is empty.`,
  );
}
