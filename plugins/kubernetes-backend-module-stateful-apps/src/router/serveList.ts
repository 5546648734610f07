import { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { resourcePath } from '../upstream/resourcePath';
import { GatewayContext } from './GatewayContext';
import { parseParameters } from './parseParameters';
import { requestSignal } from './requestSignal';

const TIMEOUT_MS = 60_000;

/** One page of a list, as the API server gives it, compressed if both sides like. */
export async function serveList(
  { directory, client, shutdown }: GatewayContext,
  request: Request,
  response: Response,
): Promise<void> {
  const {
    cluster: name,
    resource,
    namespace,
    ...query
  } = parseParameters.list(request);
  const signal = requestSignal(response, shutdown, TIMEOUT_MS);
  const upstreamRequest = {
    cluster: await directory.get(name),
    settings: directory.settingsOf(name),
    use: 'read' as const,
    segments: resourcePath(resource, namespace),
    query: { ...query, limit: query.limit?.toString() },
    headers: {
      accept: 'application/json',
      'accept-encoding': request.acceptsEncodings('gzip') || 'identity',
    },
    headTimeoutMs: TIMEOUT_MS,
    signal,
  };
  await client.get(upstreamRequest, async upstream => {
    response.status(200).set('Content-Type', 'application/json');
    const encoding = upstream.headers['content-encoding'];
    if (encoding) response.set('Content-Encoding', encoding);
    await pipeline(upstream, response);
  });
}
