import { createHash } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { Connection } from './connectionTo';

/** One keep-alive agent per cluster; a new one when its address or certificates change. */
export class AgentPool {
  readonly #agents = new Map<string, { key: string; agent: http.Agent }>();

  get(cluster: string, { url, tls }: Connection): http.Agent {
    const key = createHash('sha256')
      .update(JSON.stringify([url, tls]))
      .digest('hex');
    const known = this.#agents.get(cluster);
    if (known?.key === key) return known.agent;
    // What the old certificates opened ends with them.
    known?.agent.destroy();
    const options = { keepAlive: true, maxFreeSockets: 4 };
    const agent = url.startsWith('https:')
      ? new https.Agent({ ...options, ...tls })
      : new http.Agent(options);
    this.#agents.set(cluster, { key, agent });
    return agent;
  }

  close(): void {
    for (const { agent } of this.#agents.values()) agent.destroy();
    this.#agents.clear();
  }
}
