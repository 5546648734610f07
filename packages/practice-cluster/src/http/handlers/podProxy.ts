import { apiErrors } from '../../machinery/apiErrors';
import { KubeObject, ProxyRequest } from '../../types';
import { readBody } from '../readBody';
import { ResourceContext } from '../RequestContext';
import { findPod } from './findPod';

const MAX_BODY_BYTES = 256 * 1024 * 1024;
/** Headers that belong to one connection, and the token, which is for the API server. */
const NOT_PASSED_ON = new Set([
  'authorization',
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** Any method on `pods/[SCHEME:]NAME[:PORT]/proxy/PATH`. @public */
export async function podProxy(context: ResourceContext): Promise<void> {
  const { services, target, request, response, url } = context;
  const { scheme, name, port } = parseTarget(target.name!);
  const pod = findPod(context, name);
  if (target.rest === '') {
    response.writeHead(301, { Location: `proxy/${url.search}` });
    response.end();
    return;
  }
  if (!pod.status?.podIP) throw apiErrors.badRequest('address not allowed');
  const answer = await services.runtime.proxy(target.namespace!, name, {
    method: request.method ?? 'GET',
    scheme,
    port: port ?? firstPort(pod),
    path: target.rest + url.search,
    headers: passedOn(request.headers),
    body: await readBody(request, MAX_BODY_BYTES),
  });
  if (response.destroyed) return;
  response.setHeader('Cache-Control', 'no-cache, private');
  for (const [header, value] of Object.entries(answer.headers)) {
    if (!NOT_PASSED_ON.has(header.toLowerCase())) {
      response.setHeader(header, value);
    }
  }
  response.setHeader('Content-Length', answer.body.length);
  response.writeHead(answer.status);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

function parseTarget(text: string): {
  scheme: ProxyRequest['scheme'];
  name: string;
  port?: number;
} {
  const match = /^(?:(http|https):)?([^:]+)(?::(\d{0,5}))?$/.exec(text);
  if (!match) {
    throw apiErrors.badRequest(`invalid pod request ${JSON.stringify(text)}`);
  }
  const [, scheme, name, port] = match;
  return {
    scheme: scheme === 'https' ? 'https' : 'http',
    name,
    port: port ? Number(port) : undefined,
  };
}

function firstPort({ spec }: KubeObject): number {
  const containers: any[] = spec.containers ?? [];
  return (
    containers.find(({ ports }) => ports?.length)?.ports[0].containerPort ?? 80
  );
}

function passedOn(headers: NodeJS.Dict<string | string[]>) {
  const passed: Record<string, string> = Object.create(null);
  for (const [header, value] of Object.entries(headers)) {
    if (value === undefined || NOT_PASSED_ON.has(header)) continue;
    passed[header] = Array.isArray(value) ? value.join(', ') : value;
  }
  return passed;
}
