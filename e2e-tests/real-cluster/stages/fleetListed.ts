import { parseAppId } from '@stateful-apps/backstage-plugin-common';
import { CLUSTER, Run } from '../Run';
import { eventually } from '../settle';

/** The list has every StatefulSet of the cluster, whosever it is. */
export async function fleetListed(run: Run): Promise<void> {
  await run.report.check('fleet: every StatefulSet of the cluster', () =>
    eventually(15_000, async () => {
      const theirs = (
        await run.kubectl.get(['statefulsets', '--all-namespaces'])
      ).map(({ metadata, spec, status }) =>
        row(
          metadata.namespace,
          metadata.name,
          spec.replicas,
          status.readyReplicas ?? 0,
        ),
      );
      const ours: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await run.api.apps(
          `cluster=${CLUSTER}&limit=50${cursor ? `&cursor=${cursor}` : ''}`,
        );
        for (const { id } of page.items) {
          const { ref, set } = await run.api.app(parseAppId(id));
          ours.push(
            row(ref.namespace, ref.name, set.replicas, set.readyReplicas),
          );
        }
        cursor = page.nextCursor && encodeURIComponent(page.nextCursor);
      } while (cursor);
      if (ours.sort().join() !== theirs.sort().join()) {
        throw new Error(
          `ours ${ours.join(', ')}\nthe cluster ${theirs.join(', ')}`,
        );
      }
      return `${ours.length} StatefulSets`;
    }),
  );
}

function row(
  namespace: string | undefined,
  name: string,
  replicas: number,
  ready: number,
): string {
  return `${namespace}/${name} ${ready}/${replicas}`;
}
