import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { whyRefused } from './whyRefused.mjs';

/** Of the caller's headers, only these reach the API server. */
const PASSED_HEADERS = ['accept', 'user-agent'];

const DROPPED_ANSWER_HEADERS = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
]);

const digest = text => createHash('sha256').update(text).digest();

function bears(request, token) {
  const given = request.headers.authorization ?? '';
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`));
}

/** What the caller may do, by the token that it bears; `undefined` for none. */
function roleOf(request, tokens) {
  if (bears(request, tokens.probe)) return 'probe';
  return bears(request, tokens.read) ? 'read' : undefined;
}

function refuse(response, code, reason, message) {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      code,
    }),
  );
}

async function forward({ kubeConfig, server }, request, response) {
  const options = { headers: {} };
  await kubeConfig.applyToHTTPSOptions(options);
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name];
    if (value !== undefined) options.headers[name] = value;
  }
  const send = server.protocol === 'https:' ? requestHttps : requestHttp;
  const upstream = send({
    ...options,
    method: request.method,
    hostname: server.hostname.replace(/^\[|\]$/g, ''),
    port: server.port || undefined,
    path: server.pathname.replace(/\/$/, '') + request.url,
  });
  response.on('close', () => upstream.destroy());
  upstream.on('error', error => {
    if (response.headersSent) response.destroy();
    else {
      refuse(
        response,
        503,
        'ServiceUnavailable',
        `The API server at ${server.host} cannot be reached: ${error.message}`,
      );
    }
  });
  upstream.on('response', answer => {
    const headers = Object.entries(answer.headers).filter(
      ([name]) => !DROPPED_ANSWER_HEADERS.has(name),
    );
    response.writeHead(answer.statusCode, Object.fromEntries(headers));
    response.flushHeaders();
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  upstream.end();
}

/**
 * A loopback server in front of one context. Who bears `tokens.read` may read
 * objects with the context's rights, who bears `tokens.probe` may ask members
 * as well; nobody can write. Answers its URL.
 */
export function startProxy(context, tokens) {
  const server = createServer((request, response) => {
    const role = roleOf(request, tokens);
    if (!role) {
      refuse(
        response,
        401,
        'Unauthorized',
        'This proxy serves Backstage only.',
      );
      return;
    }
    const refusal = whyRefused({
      role,
      method: request.method,
      pathname: request.url.split('?')[0],
    });
    if (refusal) {
      refuse(response, 405, 'MethodNotAllowed', refusal);
      return;
    }
    forward(context, request, response).catch(error =>
      refuse(
        response,
        401,
        'Unauthorized',
        `The kubeconfig's context "${context.context}" gives no credential: ${error.message}`,
      ),
    );
  });
  server.on('upgrade', (_, socket) => {
    const sentence =
      'This proxy only reads: commands and connections into containers are not offered.';
    socket.end(
      `HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${sentence.length}\r\n\r\n${sentence}`,
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.unref();
      resolve({
        url: `http://127.0.0.1:${server.address().port}`,
        close: () => server.close(),
      });
    });
  });
}
