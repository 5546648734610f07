import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Kubectl } from './Kubectl';

/** Where the API server is and how its certificate is verified. */
export interface Connection {
  url: string;
  /** PEM in base64; left out where a public authority signs. */
  caData?: string;
}

/** Reads it from the kubeconfig's current context. */
export async function readConnection(kubectl: Kubectl): Promise<Connection> {
  const view = JSON.parse(
    await kubectl.run(['config', 'view', '--minify', '--raw', '--output=json']),
  );
  const [{ cluster }] = view.clusters;
  if (cluster['certificate-authority-data']) {
    return {
      url: cluster.server,
      caData: cluster['certificate-authority-data'],
    };
  }
  const file = cluster['certificate-authority'];
  if (!file) return { url: cluster.server };
  const path = resolve(dirname(kubectl.kubeconfig), file);
  return {
    url: cluster.server,
    caData: (await readFile(path)).toString('base64'),
  };
}
