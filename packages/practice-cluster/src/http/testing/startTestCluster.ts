import { startPracticeCluster } from '../../startPracticeCluster';
import { PracticeClusterOptions, StandardUser } from '../../PracticeCluster';
import { createTestWorld } from './createTestWorld';

/** A served test world whose time stands still, and ways to ask it. */
export async function startTestCluster(options: PracticeClusterOptions = {}) {
  const world = createTestWorld();
  const cluster = await startPracticeCluster({
    manualClock: true,
    onError: error => {
      throw error;
    },
    ...options,
    world,
  });

  async function ask(
    method: string,
    path: string,
    request: {
      body?: unknown;
      type?: string;
      accept?: string;
      as?: StandardUser | string;
    } = {},
  ) {
    const user = request.as ?? 'admin';
    const token = cluster.tokens[user as StandardUser] ?? user;
    const response = await fetch(cluster.url + path, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(request.accept ? { Accept: request.accept } : {}),
        ...(request.body === undefined
          ? {}
          : { 'Content-Type': request.type ?? 'application/json' }),
      },
      body:
        typeof request.body === 'string' || request.body === undefined
          ? request.body
          : JSON.stringify(request.body),
      redirect: 'manual',
    });
    const text = await response.text();
    let body: any;
    try {
      body = JSON.parse(text);
    } catch {
      body = text;
    }
    return { status: response.status, headers: response.headers, body };
  }

  return {
    ...cluster,
    runtime: world.runtime,
    ask,
    /** A pod on a node, with an address unless said otherwise. */
    createPod(name: string, status: object = { podIP: '10.244.1.2' }) {
      return world.store.create('pods', {
        metadata: { name, namespace: 'course', labels: { app: 'web' } } as any,
        spec: {
          nodeName: 'node-1',
          containers: [{ name: 'nginx', image: 'nginx' }],
        },
        status: { phase: 'Running', ...status },
      });
    },
  };
}

/** @public */
export type TestCluster = Awaited<ReturnType<typeof startTestCluster>>;
