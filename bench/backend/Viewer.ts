import { get, IncomingMessage } from 'node:http';
import { AppStreamMessage } from '@stateful-apps/backstage-plugin-common';
import { VIEWED_ENTITY } from './config';
import { call, Answer } from './Client';
import { CLUSTER, VIEWED_APP } from './sides';

/** The app that is looked at, in our API. */
export const VIEWED_PATH = `/api/stateful-apps/apps/${CLUSTER}/${VIEWED_APP}/consul`;

/** One turn of plugin-kubernetes' entity tab: every ten seconds it asks for the clusters and for the entity's objects. */
export async function refreshIncumbent(
  base: string,
  token: string,
): Promise<Answer> {
  await call(base, token, '/api/kubernetes/clusters');
  return call(base, token, `/api/kubernetes/services/${VIEWED_APP}`, {
    auth: {},
    entity: VIEWED_ENTITY,
  });
}

/** One browser with our tab open: it holds the app's event stream. */
export class Viewer {
  private response: IncomingMessage | undefined;
  private readonly listeners = new Set<(message: AppStreamMessage) => void>();

  /** Answers when the first view is there. */
  static async open(base: string, token: string): Promise<Viewer> {
    const viewer = new Viewer();
    await viewer.connect(base, token);
    return viewer;
  }

  onMessage(listener: (message: AppStreamMessage) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.response?.destroy();
  }

  private connect(base: string, token: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const outgoing = get(
        `${base}${VIEWED_PATH}/events`,
        { headers: { authorization: `Bearer ${token}` } },
        response => {
          this.response = response;
          if (response.statusCode !== 200) {
            reject(new Error(`The event stream: ${response.statusCode}.`));
            return;
          }
          let rest = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            const blocks = (rest + chunk).split('\n\n');
            rest = blocks.pop() ?? '';
            for (const block of blocks) {
              const data = block.match(/^data: ?(.*)$/m)?.[1];
              if (!data) continue;
              const message: AppStreamMessage = JSON.parse(data);
              if (message.type === 'view') resolve();
              for (const listener of this.listeners) listener(message);
            }
          });
          // Closing it is how a viewer leaves.
          response.on('error', () => {});
        },
      );
      outgoing.on('error', reject);
    });
  }
}
