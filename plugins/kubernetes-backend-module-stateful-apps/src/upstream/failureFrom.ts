import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import {
  GatewayError,
  GatewayErrorReason,
} from '@stateful-apps/backstage-plugin-node';
import { IncomingMessage } from 'node:http';
import { authProviderOf } from '../clusters/authProviderOf';

const MAX_MESSAGE = 500;

/** Longest time that a server may send us away for. */
const MAX_RETRY_AFTER_S = 300;

const REASONS: ReadonlyMap<number, GatewayErrorReason> = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [410, 'gone'],
  [429, 'throttled'],
]);

/** Turns an answer that is not a success into an error, with the API server's own words. */
export function failureFrom(
  response: IncomingMessage,
  body: Buffer,
  cluster: ClusterDetails,
): GatewayError {
  const status = response.statusCode ?? 0;
  const retryAfterMs = retryAfterOf(response);
  const isPlain = !response.headers['content-encoding'];
  const words = (isPlain && wordsOf(body)) || `status ${status}`;
  if (status === 401) {
    return new GatewayError(
      'unauthorized',
      `The API server rejects the credential of auth provider '${authProviderOf(
        cluster,
      )}' (${words}); renew the cluster's token or certificate.`,
      { status },
    );
  }
  if (status >= 300 && status < 400) {
    return new GatewayError(
      'malformed',
      `The API server's address answers with a redirect (${status}), which is not followed; correct the cluster's url.`,
      { status },
    );
  }
  const reason =
    REASONS.get(status) ?? (status >= 500 ? 'server-error' : 'malformed');
  return new GatewayError(reason, words, { status, retryAfterMs });
}

/** The message of a Kubernetes Status, else the text as it is; control characters go. */
function wordsOf(body: Buffer): string | undefined {
  const text = body.toString('utf8');
  let words = text;
  try {
    const { message } = JSON.parse(text);
    if (typeof message === 'string') words = message;
  } catch {
    // Proxies in front of API servers answer with texts of their own.
  }
  const clean = words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (!clean) return undefined;
  return clean.length > MAX_MESSAGE ? `${clean.slice(0, MAX_MESSAGE)}…` : clean;
}

function retryAfterOf(response: IncomingMessage): number | undefined {
  const seconds = Number(response.headers['retry-after']);
  return Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds, MAX_RETRY_AFTER_S) * 1000
    : undefined;
}
