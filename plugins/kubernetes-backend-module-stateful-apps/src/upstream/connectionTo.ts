import { toError } from '@backstage/errors';
import { SERVICEACCOUNT_CA_PATH } from '@backstage/plugin-kubernetes-common';
import {
  ClusterDetails,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { access, readFile } from 'node:fs/promises';
import { authProviderOf } from '../clusters/authProviderOf';

/** Where an API server is and how to prove who asks. */
export interface Connection {
  url: string;
  headers: Record<string, string>;
  tls: {
    ca?: string;
    cert?: string;
    key?: string;
    rejectUnauthorized: boolean;
  };
}

/**
 * As plugin-kubernetes connects: a serviceAccount cluster without a token of
 * its own is the cluster that this process runs in, whatever its url says.
 */
export async function connectionTo(
  cluster: ClusterDetails,
  credential: KubernetesCredential,
): Promise<Connection> {
  const headers: Record<string, string> =
    credential.type === 'bearer token'
      ? { authorization: `Bearer ${credential.token.trim()}` }
      : {};
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } =
    process.env;
  if (
    authProviderOf(cluster) === 'serviceAccount' &&
    !cluster.authMetadata.serviceAccountToken &&
    host &&
    (await isReadable(SERVICEACCOUNT_CA_PATH))
  ) {
    return {
      url: `https://${host.includes(':') ? `[${host}]` : host}:${port ?? 443}`,
      headers,
      tls: {
        ca: await readCa(SERVICEACCOUNT_CA_PATH),
        rejectUnauthorized: true,
      },
    };
  }
  const { caFile, caData } = cluster;
  const ca =
    (caFile && (await readCa(caFile))) ||
    (caData && Buffer.from(caData, 'base64').toString('utf8')) ||
    undefined;
  return {
    url: cluster.url,
    headers,
    tls: {
      ca,
      rejectUnauthorized: !cluster.skipTLSVerify,
      ...(credential.type === 'x509 client certificate' && {
        cert: credential.cert,
        key: credential.key,
      }),
    },
  };
}

async function isReadable(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function readCa(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new GatewayError(
      'unreadable',
      `The cluster's caFile cannot be read: ${toError(error).message}`,
      { cause: error },
    );
  }
}
