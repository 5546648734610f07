import { get } from 'node:http';

/** The floor: a client that does nothing but read the API server's own watch of pods. */
export function openRawWatch(
  clusterUrl: string,
  onLine: (line: string) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const outgoing = get(
      `${clusterUrl}/api/v1/pods?watch=1&resourceVersion=999999999`,
      response => {
        let rest = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) onLine(line);
        });
        response.on('error', () => {});
        resolve(() => response.destroy());
      },
    );
    outgoing.on('error', reject);
  });
}
