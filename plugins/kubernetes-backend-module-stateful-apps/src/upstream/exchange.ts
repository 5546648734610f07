import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import http from 'node:http';
import https from 'node:https';

/** Sends a request without a body and resolves with the head of its answer. */
export function exchange(
  url: URL,
  options: https.RequestOptions,
  headTimeoutMs: number,
  isRepeat = false,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.request(url, options);
    const timer = setTimeout(() => {
      request.destroy(
        new GatewayError(
          'timeout',
          `The API server has not begun to answer within ${
            headTimeoutMs / 1000
          } s.`,
        ),
      );
    }, headTimeoutMs);
    request.once('close', () => clearTimeout(timer));
    let isAnswered = false;
    request.once('response', response => {
      isAnswered = true;
      clearTimeout(timer);
      // Whoever reads the body hears of its errors. When nobody does any more,
      // an abort would otherwise be an uncaught error and end the process.
      response.on('error', () => {});
      resolve(response);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // From here on the body's reader hears of it.
      if (isAnswered) return;
      // An idle connection may be closed by the API server just as it is used again.
      if (request.reusedSocket && error.code === 'ECONNRESET' && !isRepeat) {
        resolve(exchange(url, options, headTimeoutMs, true));
      } else {
        reject(error);
      }
    });
    request.end();
  });
}
