import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import {
  GatewayError,
  MemberOperation,
} from '@stateful-apps/backstage-plugin-node';
import { ClusterSettings } from '../clusters/readClusterSettings';
import { ApiServerClient } from './ApiServerClient';
import { failureFrom } from './failureFrom';
import { memberPaths } from './memberPaths';
import { podProxyPath } from './podProxyPath';
import { readBody } from './readBody';

/** One question to one member. */
export interface MemberQuestion {
  cluster: ClusterDetails;
  settings: ClusterSettings;
  namespace: string;
  pod: string;
  scheme: 'http' | 'https';
  port: number;
  operation: MemberOperation;
  timeoutMs: number;
  maxBytes: number;
  signal: AbortSignal;
}

export interface MemberAnswer {
  status: number;
  contentType?: string;
  body: Buffer;
}

/** What the API server's own words may have above what is wanted of a member's. */
const MAX_FAILURE = 16 * 1024;

/** Asks through the API server's proxy, and tells the member's answers from the proxy's own. */
export async function askMember(
  client: ApiServerClient,
  question: MemberQuestion,
): Promise<MemberAnswer> {
  const { segments, query } = memberPaths[question.operation];
  const proxy = podProxyPath(question);
  return client.exchange(
    {
      cluster: question.cluster,
      settings: question.settings,
      use: 'probe',
      segments: [...proxy, ...segments],
      query,
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
      headTimeoutMs: question.timeoutMs,
      signal: question.signal,
    },
    async response => {
      const status = response.statusCode ?? 0;
      const body = await readBody(
        response,
        status < 400 ? question.maxBytes : MAX_FAILURE + question.maxBytes,
      );
      if (status >= 400 && isKubernetesStatus(body)) {
        const failure = failureFrom(response, body, question.cluster);
        if (failure.reason !== 'server-error') throw failure;
        throw new GatewayError('unreachable', failure.message, { status });
      }
      const contentType = response.headers['content-type'];
      return {
        status,
        contentType,
        body: contentType?.startsWith('text/html')
          ? withoutProxyPath(body, proxy)
          : body,
      };
    },
  );
}

/** The proxy's own failures are Status objects; members answer in forms of their own. */
function isKubernetesStatus(body: Buffer): boolean {
  try {
    const { kind, apiVersion } = JSON.parse(body.toString('utf8'));
    return kind === 'Status' && apiVersion === 'v1';
  } catch {
    return false;
  }
}

/**
 * The API server puts the proxy's path before each absolute link of a page, so
 * that pages of two members differ though the members serve the same.
 */
function withoutProxyPath(body: Buffer, proxy: string[]): Buffer {
  return Buffer.from(
    body.toString('utf8').replaceAll(`/${proxy.join('/')}/`, '/'),
  );
}
