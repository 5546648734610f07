import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { stringify } from 'yaml';
import { toStatus } from '../machinery/toStatus';
import { ApiError } from '../types';
import { RequestContext } from './RequestContext';

const gzipAsync = promisify(gzip);
/** Kubernetes compresses larger answers only. */
const GZIP_FROM_BYTES = 128 * 1024;
const PEOPLE = /^(curl|wget|mozilla)\b/i;

/**
 * Ways to answer a request.
 *
 * @public
 */
export const respond = {
  /** JSON or YAML of a value. */
  async value(
    context: Pick<RequestContext, 'request' | 'response' | 'url'>,
    status: number,
    value: unknown,
    format: 'json' | 'yaml' = 'json',
  ): Promise<void> {
    if (format === 'yaml') {
      await send(context, status, 'application/yaml', stringify(value));
      return;
    }
    await respond.json(context, status, JSON.stringify(value));
  },

  /** A text that is JSON already. */
  async json(
    context: Pick<RequestContext, 'request' | 'response' | 'url'>,
    status: number,
    json: string,
  ): Promise<void> {
    const text = isForPeople(context)
      ? `${JSON.stringify(JSON.parse(json), undefined, 2)}\n`
      : `${json}\n`;
    await send(context, status, 'application/json', text);
  },

  text(
    { response }: Pick<RequestContext, 'response'>,
    status: number,
    text: string,
  ): void {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(text);
  },

  async error(
    context: Pick<RequestContext, 'request' | 'response' | 'url'>,
    error: ApiError,
  ): Promise<void> {
    const { response } = context;
    const retryAfter = error.details?.retryAfterSeconds;
    if (retryAfter !== undefined) {
      response.setHeader('Retry-After', String(retryAfter));
    }
    await respond.value(context, error.code, toStatus(error));
  },
};

function isForPeople({
  request,
  url,
}: Pick<RequestContext, 'request' | 'url'>): boolean {
  const pretty = url.searchParams.get('pretty');
  if (pretty !== null) return pretty === 'true' || pretty === '1';
  return PEOPLE.test(request.headers['user-agent'] ?? '');
}

async function send(
  { request, response }: Pick<RequestContext, 'request' | 'response'>,
  status: number,
  contentType: string,
  text: string,
): Promise<void> {
  let body = Buffer.from(text);
  response.setHeader('Content-Type', contentType);
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (body.length > GZIP_FROM_BYTES && /\bgzip\b/.test(accepted)) {
    body = await gzipAsync(body, { level: 1 });
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Vary', 'Accept-Encoding');
  }
  response.writeHead(status, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
