import { TestCluster } from './startTestCluster';

/** A watch whose events a test takes one after the other. */
export async function openWatch(
  cluster: TestCluster,
  path: string,
  accept?: string,
) {
  const leave = new AbortController();
  const response = await fetch(cluster.url + path, {
    headers: {
      Authorization: `Bearer ${cluster.tokens.admin}`,
      ...(accept ? { Accept: accept } : {}),
    },
    signal: leave.signal,
  });
  const lines = readLines(response.body!);
  return {
    status: response.status,
    /** The next event; `undefined` when the watch has ended. */
    async next(): Promise<any> {
      const { value, done } = await lines.next();
      if (done) return undefined;
      try {
        return JSON.parse(value);
      } catch {
        return value;
      }
    },
    leave: () => leave.abort(),
  };
}

async function* readLines(body: ReadableStream<Uint8Array>) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body as any) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}
