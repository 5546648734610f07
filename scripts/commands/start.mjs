import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { stopAll } from '../lib/children.mjs';
import { openBrowser } from '../lib/openBrowser.mjs';
import { cache } from '../lib/paths.mjs';
import { checkPort } from '../lib/ports.mjs';
import { Problem } from '../lib/Problem.mjs';
import { readOptions, readPort } from '../lib/readOptions.mjs';
import { say } from '../lib/say.mjs';
import { waitForAnswer } from '../lib/waitForAnswer.mjs';
import { kubeconfigClusters } from '../stack/kubeconfigClusters.mjs';
import { practiceClusters } from '../stack/practiceClusters.mjs';
import { startApp } from '../stack/startApp.mjs';
import { startBackend } from '../stack/startBackend.mjs';
import { whileRunning } from '../stack/whileRunning.mjs';
import { writeConfig } from '../stack/writeConfig.mjs';

const LIMIT_MS = 300_000;

async function bothAnswer({ appUrl, backendUrl }) {
  const limit = AbortSignal.timeout(LIMIT_MS);
  try {
    await Promise.all([
      waitForAnswer(`${backendUrl}/.backstage/health/v1/readiness`, limit),
      waitForAnswer(appUrl, limit),
    ]);
  } catch (cause) {
    throw new Problem(
      `App and backend did not both answer within ${
        LIMIT_MS / 60_000
      } minutes; their lines above say why.`,
      { cause },
    );
  }
}

async function crashOf(backend) {
  await once(backend, 'crash');
  throw new Problem('The backend could not start; its lines above say why.');
}

/** App, backend and clusters, until somebody ends them. */
export default async function start(args) {
  const options = readOptions(args, {
    port: { type: 'string', default: '3000' },
    'backend-port': { type: 'string', default: '7007' },
    kubeconfig: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  });
  const appPort = readPort(options.port, '--port');
  const backendPort = readPort(options['backend-port'], '--backend-port');
  await checkPort(appPort, { flag: '--port', command: 'start' });
  await checkPort(backendPort, { flag: '--backend-port', command: 'start' });

  const folder = join(cache, 'run');
  const { clusters, objectTypes, programs } = options.kubeconfig
    ? await kubeconfigClusters(
        resolve(process.env.INIT_CWD ?? '.', options.kubeconfig),
      )
    : await practiceClusters({ folder, port: 0 });
  const configFile = join(folder, 'app-config.local-clusters.yaml');
  const urls = writeConfig(configFile, {
    appPort,
    backendPort,
    databaseFolder: join(cache, 'database'),
    clusters,
    objectTypes,
  });
  say('starting backend and app');
  const backend = startBackend({ configFile, watch: true });
  const ended = whileRunning({
    ...programs,
    'The backend': backend,
    'The app': startApp({ configFile }),
  });
  const crashed = crashOf(backend);
  // Later crashes are for the developer to see; a change of the code mends them.
  crashed.catch(() => {});
  try {
    await Promise.race([bothAnswer(urls), ended, crashed]);
    process.stdout.write(`ready: ${urls.appUrl} ${urls.backendUrl}\n`);
    if (!options['no-open'] && process.stdout.isTTY) openBrowser(urls.appUrl);
    await ended;
  } finally {
    await stopAll();
  }
}
