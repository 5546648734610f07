import { APPS } from '../AppUnderTest';
import { disturb } from '../cluster/disturb';
import { failuresOf, refOf, Run } from '../Run';
import { eventually } from '../settle';
import { steady } from './steady';

/** The API server stops answering: the last known data stay and are called stale; then all is live again. */
export async function apiServerLost(run: Run): Promise<void> {
  const app = APPS.web;
  await run.report.check('API server lost: data stay, called stale', () =>
    disturb(async () => {
      const tool = failuresOf(run);
      const before = await run.api.app(refOf(run, app));
      await signalApiServer(tool, 'KILL');
      return eventually(
        20_000,
        async () => {
          const view = await run.api.app(refOf(run, app));
          const uids = (each: typeof view) =>
            each.identities.map(({ pod }) => pod?.uid).join();
          if (uids(view) !== uids(before)) {
            throw new Error(`pods ${uids(before)} became ${uids(view)}`);
          }
          const stale = view.notLive.filter(({ state }) => state === 'stale');
          if (!stale.length) throw new Error('nothing is called stale');
          return `${stale.length} resources stale: ${stale[0].message}`;
        },
        50,
      );
    }),
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

async function signalApiServer(
  tool: ReturnType<typeof failuresOf>,
  signal: string,
): Promise<void> {
  await tool.on('control', [
    'sh',
    '-c',
    `for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline 2>/dev/null | grep -q '/kube apiserver ' && kill -${signal} \${p#/proc/}; done; true`,
  ]);
}
