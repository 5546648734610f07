import { APPS } from '../AppUnderTest';
import { connectionsTo } from '../backend/connectionsTo';
import { Skip } from '../Report';
import { CLUSTER, refOf, Run } from '../Run';
import { eventually } from '../settle';

const STREAMS = 100;
/** Fewer than one caller may hold open at once. */
const AT_ONCE = 25;
/** Connections kept alive for the next request may stay; those of streams may not. */
const SPARE = 5;

/** People who close their browser leave nothing open at the API server. */
export async function abortedStreams(run: Run, apiServer: URL): Promise<void> {
  const { namespace, name, cluster } = refOf(run, APPS.web);
  const app = `/api/stateful-apps/apps/${cluster}/${namespace}/${name}`;
  await leaveNothingOpen(run, apiServer, 'event streams', `${app}/events`);
  const [pod] = await run.kubectl.get(['--namespace', namespace, 'pod/web-0']);
  await leaveNothingOpen(
    run,
    apiServer,
    'watches of the gateway',
    `/api/kubernetes/stateful-apps-gateway/v1/clusters/${CLUSTER}/resources/pods/watch?timeoutSeconds=300&resourceVersion=${pod.metadata.resourceVersion}`,
  );
}

async function leaveNothingOpen(
  run: Run,
  apiServer: URL,
  what: string,
  path: string,
): Promise<void> {
  const check = `${STREAMS} aborted ${what} leave nothing open at the API server`;
  await run.report.check(check, async () => {
    const before = connectionsTo(run.backendPid, apiServer);
    if (before === undefined) {
      throw new Skip('connections can be counted on Linux only');
    }
    let most = before;
    for (let opened = 0; opened < STREAMS; opened += AT_ONCE) {
      const aborts = await openStreams(run, path);
      most = Math.max(most, connectionsTo(run.backendPid, apiServer) ?? 0);
      for (const abort of aborts) abort.abort();
    }
    const after = await eventually(15_000, async () => {
      const now = connectionsTo(run.backendPid, apiServer) ?? 0;
      if (now > before + SPARE) {
        throw new Error(`${before} connections before, ${now} after`);
      }
      return now;
    });
    return `connections before ${before}, at most ${most}, after ${after}`;
  });
}

function openStreams(run: Run, path: string): Promise<AbortController[]> {
  return Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const abort = new AbortController();
      const response = await run.api.fetch(path, { signal: abort.signal });
      if (!response.ok) {
        throw new Error(`${response.status} ${await response.text()}`);
      }
      return abort;
    }),
  );
}
