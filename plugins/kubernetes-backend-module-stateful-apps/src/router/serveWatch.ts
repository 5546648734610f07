import { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { resourcePath } from '../upstream/resourcePath';
import { GatewayContext } from './GatewayContext';
import { parseParameters } from './parseParameters';
import { requestSignal } from './requestSignal';

const HEAD_TIMEOUT_MS = 30_000;

/** Time that the API server has to end a watch by itself. */
const GRACE_MS = 30_000;

/**
 * A watch stream, line by line as it comes. Nothing on its way may hold lines
 * back: compression does, in wait for a block worth compressing.
 */
export async function serveWatch(
  { directory, client, shutdown }: GatewayContext,
  request: Request,
  response: Response,
): Promise<void> {
  const {
    cluster: name,
    resource,
    namespace,
    ...query
  } = parseParameters.watch(request);
  const signal = requestSignal(
    response,
    shutdown,
    query.timeoutSeconds * 1000 + GRACE_MS,
  );
  const upstreamRequest = {
    cluster: await directory.get(name),
    settings: directory.settingsOf(name),
    use: 'read' as const,
    segments: resourcePath(resource, namespace),
    query: {
      watch: '1',
      allowWatchBookmarks: 'true',
      resourceVersion: query.resourceVersion,
      timeoutSeconds: query.timeoutSeconds.toString(),
    },
    headers: { accept: 'application/json', 'accept-encoding': 'identity' },
    headTimeoutMs: HEAD_TIMEOUT_MS,
    signal,
  };
  await client.get(upstreamRequest, async upstream => {
    response.status(200).set({
      'Content-Type': 'application/x-ndjson',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    await pipeline(upstream, response);
  });
}
