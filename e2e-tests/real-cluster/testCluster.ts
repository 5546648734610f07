import { APPS } from './AppUnderTest';
import { startBackend } from './backend/startBackend';
import { createAccounts } from './cluster/accounts';
import { readConnection } from './cluster/connection';
import { OpenCluster } from './cluster/openCluster';
import { Report } from './Report';
import { namespaceOf, Run } from './Run';
import { abortedStreams } from './stages/abortedStreams';
import { apiServerLost } from './stages/apiServerLost';
import { applyApp, rolledOut } from './stages/applyApps';
import { containerRestarted } from './stages/containerRestarted';
import { fleetListed } from './stages/fleetListed';
import { FORBIDDEN, forbiddenKinds } from './stages/forbiddenKinds';
import { nodeStopped } from './stages/nodeStopped';
import { podDeleted } from './stages/podDeleted';
import { scaledDown } from './stages/scaledDown';
import { steady } from './stages/steady';
import { storageOff } from './stages/storageOff';

/** The whole run on a cluster that is open; what it makes there carries `prefix`. */
export async function testCluster(
  report: Report,
  cluster: OpenCluster,
  settings: { checkout: string; prefix: string; extent: 'smoke' | 'full' },
  signal: AbortSignal,
): Promise<void> {
  const { checkout, prefix, extent } = settings;
  const { kubectl } = cluster;
  const connection = await readConnection(kubectl);
  report.say('service accounts with the read and the probe role');
  const accounts = await createAccounts(kubectl, checkout, prefix, FORBIDDEN);
  const apps = Object.values(APPS);
  for (const app of apps) {
    await applyApp(kubectl, `${prefix}-${app.namespace}`, app);
    await accounts.allowProbing(`${prefix}-${app.namespace}`);
  }
  report.say('the backend');
  const backend = await startBackend(checkout, connection, accounts);
  signal.addEventListener('abort', () => void backend.stop());
  const run: Run = {
    ...cluster,
    report,
    api: backend.api,
    backendPid: backend.pid,
    prefix,
    allowProbing: accounts.allowProbing,
  };
  try {
    for (const app of apps) {
      report.say(`waiting for ${app.title}`);
      await rolledOut(kubectl, namespaceOf(run, app), app);
    }
    for (const app of apps) await steady(run, app, app.title, 60_000);
    await fleetListed(run);
    await forbiddenKinds(run);
    await abortedStreams(run, new URL(connection.url));
    await (extent === 'full' ? everything(run) : smoke(run));
  } finally {
    await backend.stop();
  }
}

async function smoke(run: Run): Promise<void> {
  const { web, consul, consulPersistent } = APPS;
  await attempt(run, () => podDeleted(run, web, 1, 'gracefully'));
  await attempt(run, () => podDeleted(run, consul, 1, 'gracefully'));
  await attempt(run, () => podDeleted(run, consulPersistent, 2, 'by force'));
  await attempt(run, () => storageOff(run));
  await attempt(run, () =>
    nodeStopped(run, [web, consul, consulPersistent], 'stop'),
  );
}

async function everything(run: Run): Promise<void> {
  const { web, consul, consulEmptyDir, consulPersistent } = APPS;
  const servers = [consul, consulEmptyDir, consulPersistent];
  const everyApp = [web, ...servers];
  for (const app of servers) {
    await attempt(run, () => containerRestarted(run, app, 1));
  }
  for (const app of everyApp) {
    for (const ordinal of app === web ? [0, 1] : [0, 1, 2]) {
      await attempt(run, () => podDeleted(run, app, ordinal, 'gracefully'));
      await attempt(run, () => podDeleted(run, app, ordinal, 'by force'));
    }
  }
  await attempt(run, () => scaledDown(run));
  await attempt(run, () => storageOff(run));
  await attempt(run, () => nodeStopped(run, everyApp, 'stop'));
  await attempt(run, () => nodeStopped(run, everyApp, 'power cut'));
  await attempt(run, () => apiServerLost(run));
}

/** A situation that does not come about fails by itself; the others are tried all the same. */
async function attempt(run: Run, stage: () => Promise<void>): Promise<void> {
  try {
    await stage();
  } catch (error) {
    await run.report.check('the situation comes about', async () => {
      throw error;
    });
  }
}
