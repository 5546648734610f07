import { ProxyRequest, ProxyResponse } from '../../../types';
import type { Agent } from '../Agent';
import { ServerPeer } from '../ServerPeer';

/** How long Consul holds a request while there is no leader. */
const HOLD_MS = 7_000;
const RETRY_MS = 250;
const LOCAL_MS = 1;

/**
 * One request to the HTTP API, with the ways to answer it.
 *
 * @public
 */
export class Exchange {
  readonly path: string;
  readonly query: URLSearchParams;
  private answered = false;

  constructor(
    readonly agent: Agent,
    readonly request: ProxyRequest,
    private readonly send: (response: ProxyResponse) => void,
  ) {
    const [path, query = ''] = request.path.split('?');
    this.path = path;
    this.query = new URLSearchParams(query);
  }

  get method(): string {
    return this.request.method;
  }

  json(value: unknown, status = 200, headers: Record<string, string> = {}) {
    const pretty = this.query.has('pretty');
    const text = JSON.stringify(value, undefined, pretty ? 4 : undefined);
    this.answer(status, pretty ? `${text}\n` : text, {
      'Content-Type': 'application/json',
      ...headers,
    });
  }

  text(status: number, text: string, headers: Record<string, string> = {}) {
    this.answer(status, text, {
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    });
  }

  answer(
    status: number,
    body: string | Uint8Array,
    headers: Record<string, string>,
  ): void {
    if (this.answered) return;
    this.answered = true;
    const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
    this.agent.context.clock.after(LOCAL_MS, () =>
      this.send({
        status,
        headers: {
          ...headers,
          'Content-Length': String(bytes.length),
          Date: new Date(this.agent.context.clock.now()).toUTCString(),
          Vary: 'Accept-Encoding',
          'X-Consul-Default-Acl-Policy': 'allow',
        },
        body: bytes,
      }),
    );
  }

  /** What a read says of where it was read. */
  readHeaders(server: ServerPeer, index: number): Record<string, string> {
    return {
      'X-Consul-Index': String(Math.max(1, index)),
      'X-Consul-Knownleader': String(server.raft?.leader() !== undefined),
      'X-Consul-Lastcontact': String(server.raft?.lastContactMs() ?? 0),
      'X-Consul-Query-Backend': 'blocking-query',
    };
  }

  /** Asks the leader; waits for one as Consul does, then says there is none. */
  withLeader(use: (leader: ServerPeer) => void): void {
    const { clock } = this.agent.context;
    const until = clock.now() + HOLD_MS;
    const attempt = () => {
      const leader = this.agent.leaderServer();
      if (leader) {
        use(leader);
      } else if (clock.now() >= until) {
        this.text(
          500,
          this.agent.server() ? 'No cluster leader' : 'No known Consul servers',
        );
      } else {
        clock.after(RETRY_MS, attempt);
      }
    };
    attempt();
  }

  /** Reads from the leader, or with `?stale` from whatever server is asked. */
  withReader(use: (server: ServerPeer) => void): void {
    const server = this.agent.server();
    if (this.query.has('stale') && server?.raft?.hasHeardLeader) use(server);
    else this.withLeader(use);
  }
}
