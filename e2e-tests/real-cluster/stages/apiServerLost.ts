import { AppView } from '@stateful-apps/backstage-plugin-common';
import { APPS } from '../AppUnderTest';
import { ClusterTool } from '../cluster/ClusterTool';
import { failuresOf, refOf, Run } from '../Run';
import { eventually } from '../settle';
import { steady } from './steady';

/** The API server stops answering: the last known data stay and are called stale; then all is live again. */
export async function apiServerLost(run: Run): Promise<void> {
  const app = APPS.web;
  await run.report.check(
    'API server lost: data stay, called stale',
    async () => {
      const tool = failuresOf(run);
      const before = await run.api.app(refOf(run, app));
      await killApiServer(tool);
      // The machine starts it again by itself, a moment later.
      return eventually(
        20_000,
        async () => {
          const view = await run.api.app(refOf(run, app));
          if (podUids(view) !== podUids(before)) {
            throw new Error(`pods ${podUids(before)} became ${podUids(view)}`);
          }
          const stale = view.notLive.filter(({ state }) => state === 'stale');
          if (!stale.length) throw new Error('nothing is called stale');
          return `${stale.length} resources stale: ${stale[0].message}`;
        },
        50,
      );
    },
  );
  if (!run.tool) return;
  await run.report.check('API server back: all live', () =>
    eventually(60_000, async () => {
      const view = await run.api.app(refOf(run, app));
      if (view.notLive.length) {
        throw new Error(
          view.notLive
            .map(({ resource, state }) => `${resource} ${state}`)
            .join(', '),
        );
      }
    }),
  );
  await steady(run, app, 'API server back', 60_000);
}

function podUids({ identities }: AppView): string {
  return identities.map(({ pod }) => pod?.uid).join();
}

// The brackets keep the search from finding itself.
async function killApiServer(tool: ClusterTool): Promise<void> {
  await tool.on('control', [
    'sh',
    '-c',
    `for process in /proc/[0-9]*; do
       if tr '\\0' ' ' <$process/cmdline 2>/dev/null | grep -q '[/]kube apiserver '; then
         kill -KILL \${process#/proc/}
       fi
     done`,
  ]);
}
