import { randomBytes } from 'node:crypto';
import { loadContexts } from '../kubeconfig-proxy/loadContexts.mjs';
import { startProxy } from '../kubeconfig-proxy/startProxy.mjs';
import { say } from '../lib/say.mjs';

const newToken = () => randomBytes(32).toString('hex');

/** The contexts of a kubeconfig, as the app-config is told of them. */
export async function kubeconfigClusters(file) {
  const clusters = [];
  for (const context of loadContexts(file)) {
    const tokens = { read: newToken(), probe: newToken() };
    const { url } = await startProxy(context, tokens);
    say(
      `cluster ${context.name} is context "${context.context}" at ${context.server.origin}, for reading only`,
    );
    clusters.push({
      name: context.name,
      title: context.context,
      url,
      readToken: tokens.read,
      probeToken: tokens.probe,
    });
  }
  return { clusters, programs: {} };
}
