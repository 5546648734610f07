import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { Request, Response } from 'express';
import { readBody } from '../upstream/readBody';
import { GatewayContext } from './GatewayContext';
import { parseParameters } from './parseParameters';
import { requestSignal } from './requestSignal';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** The kubelet's summary of one node, where that is switched on. */
export async function serveNodeStats(
  { directory, client, shutdown }: GatewayContext,
  request: Request,
  response: Response,
): Promise<void> {
  const { cluster: name, node } = parseParameters.stats(request);
  const cluster = await directory.get(name);
  const settings = directory.settingsOf(name);
  if (!settings.kubeletStats) {
    throw new GatewayError(
      'forbidden',
      'Disk use is not asked for in this cluster; set usage.kubeletStats of statefulApps.clusters and grant get on nodes/proxy.',
    );
  }
  const upstreamRequest = {
    cluster,
    settings,
    use: 'probe' as const,
    segments: ['api', 'v1', 'nodes', node, 'proxy', 'stats', 'summary'],
    headers: { accept: 'application/json', 'accept-encoding': 'identity' },
    headTimeoutMs: TIMEOUT_MS,
    signal: requestSignal(response, shutdown, TIMEOUT_MS),
  };
  const body = await client.get(upstreamRequest, upstream =>
    readBody(upstream, MAX_BYTES),
  );
  response.status(200).type('application/json').send(body);
}
