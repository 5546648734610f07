import { APPS } from '../AppUnderTest';
import { CLUSTER, refOf, Run } from '../Run';
import { connectionsTo } from '../backend/connectionsTo';
import { Skip } from '../Report';
import { eventually } from '../settle';

const STREAMS = 100;

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
  await run.report.check(
    `${STREAMS} aborted ${what} leave nothing open at the API server`,
    async () => {
      const count = () => connectionsTo(run.backendPid, apiServer);
      const before = count();
      if (before === undefined) {
        throw new Skip('connections can be counted on Linux only');
      }
      const aborts = await Promise.all(
        Array.from({ length: STREAMS }, async () => {
          const abort = new AbortController();
          const response = await run.api.fetch(path, { signal: abort.signal });
          if (!response.ok) {
            throw new Error(`${response.status} ${await response.text()}`);
          }
          return abort;
        }),
      );
      const during = count();
      for (const abort of aborts) abort.abort();
      // Connections kept alive for the next request may stay; those of streams may not.
      const spare = 5;
      const after = await eventually(15_000, async () => {
        const now = count() ?? 0;
        if (now > before + spare) {
          throw new Error(`${before} connections before, ${now} after`);
        }
        return now;
      });
      return `connections before ${before}, during ${during}, after ${after}`;
    },
  );
}
