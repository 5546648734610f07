import { GATEWAY_HEADER } from '@stateful-apps/backstage-plugin-node';
import http from 'node:http';
import { startStack } from './startStack';
import { startUpstream } from './startUpstream';

/** The gateway before an API server that does what a test says; three clusters, of which `one` is that server. */
export class GatewayRig {
  readonly pods = '/clusters/one/resources/pods';
  readonly watch = `${this.pods}/watch?resourceVersion=1&timeoutSeconds=300`;
  readonly member =
    '/clusters/one/namespaces/course/pods/consul-0/member/consul-status-leader?scheme=http&port=8500&timeoutMs=1000&maxBytes=100';
  private constructor(
    readonly upstream: Awaited<ReturnType<typeof startUpstream>>,
    readonly stack: Awaited<ReturnType<typeof startStack>>,
    /** What the strategy gives, one after the other; the last one stays. */
    readonly tokens: string[],
  ) {}

  static async start(): Promise<GatewayRig> {
    const upstream = await startUpstream();
    const { url } = upstream;
    const tokens = ['reading'];
    const stack = await startStack({
      clusters: [
        {
          name: 'one',
          title: 'Cluster one',
          url: `${url}/prefix/`,
          authProvider: 'test',
        },
        {
          name: 'users',
          url,
          authProvider: 'oidc',
          oidcTokenProvider: 'okta',
        },
        { name: 'nobody', url: 'http://127.0.0.1:1', authProvider: 'test' },
      ],
      config: {
        statefulApps: {
          clusters: [
            {
              name: 'one',
              probe: { serviceAccountToken: 'probing' },
              usage: { kubeletStats: true },
            },
          ],
        },
      },
      getCredential: async () => ({
        type: 'bearer token',
        token: tokens.length > 1 ? tokens.shift()! : tokens[0],
      }),
    });
    return new GatewayRig(upstream, stack, tokens);
  }

  /** What a failed answer says. */
  async failure(response: Response) {
    return {
      status: response.status,
      header: response.headers.has(GATEWAY_HEADER),
      ...(await response.json()).error,
    };
  }

  /** Lets the API server fail in Kubernetes' own form. */
  fail(code: number, message: string): void {
    this.upstream.answer = (_request, response) =>
      GatewayRig.sendStatus(response, code, message);
  }

  static sendStatus(
    response: http.ServerResponse,
    code: number,
    message: string,
  ): void {
    response
      .writeHead(code, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', message, code }));
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await this.upstream.stop();
  }
}
