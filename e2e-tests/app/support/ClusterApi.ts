import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const KUBECONFIG = join(__dirname, '../../../.cache/e2e/practice.kubeconfig');

/** What the tests read of a pod. */
export interface Pod {
  metadata: { name: string; uid: string; deletionTimestamp?: string };
  spec: { nodeName?: string };
}

/** The practice cluster as `kubectl` sees it: the other side of what the pages say. */
export class ClusterApi {
  private constructor(
    private readonly server: string,
    private readonly token: string,
  ) {}

  /** As `npm run serve` has started it. */
  static create(): ClusterApi {
    const { clusters, users } = parse(readFileSync(KUBECONFIG, 'utf8'));
    return new ClusterApi(clusters[0].cluster.server, users[0].user.token);
  }

  async getPod(namespace: string, name: string): Promise<Pod> {
    return this.request('GET', `/api/v1/namespaces/${namespace}/pods/${name}`);
  }

  async deletePod(namespace: string, name: string): Promise<void> {
    await this.request(
      'DELETE',
      `/api/v1/namespaces/${namespace}/pods/${name}`,
    );
  }

  private async request(method: string, path: string) {
    const response = await fetch(this.server + path, {
      method,
      headers: { authorization: `Bearer ${this.token}` },
    });
    const body = await response.json();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${body.message}`);
    }
    return body;
  }
}
