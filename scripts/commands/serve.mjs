import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopAll } from '../lib/children.mjs';
import { cache, root } from '../lib/paths.mjs';
import { checkPort } from '../lib/ports.mjs';
import { Problem } from '../lib/Problem.mjs';
import { readOptions, readPort } from '../lib/readOptions.mjs';
import { waitForAnswer } from '../lib/waitForAnswer.mjs';
import { practiceClusters } from '../stack/practiceClusters.mjs';
import { startBackend } from '../stack/startBackend.mjs';
import { whileRunning } from '../stack/whileRunning.mjs';
import { writeConfig } from '../stack/writeConfig.mjs';

const LIMIT_MS = 280_000;

/**
 * The built app, its backend and a practice cluster of their own, with a fresh
 * database, until somebody ends them. For the browser tests.
 */
export default async function serve(args) {
  const options = readOptions(args, {
    port: { type: 'string', default: '7117' },
  });
  const port = readPort(options.port, '--port');
  await checkPort(port, { flag: '--port', command: 'run serve' });
  if (!existsSync(join(root, 'packages', 'app', 'dist', 'index.html'))) {
    throw new Problem('The app is not built: run "yarn build:all" first.');
  }
  const folder = join(cache, 'e2e');
  rmSync(folder, { recursive: true, force: true });
  const { clusters, objectTypes, programs } = await practiceClusters({
    folder,
    port: 0,
  });
  const configFile = join(folder, 'app-config.local-clusters.yaml');
  const { backendUrl } = writeConfig(configFile, {
    appPort: port,
    backendPort: port,
    databaseFolder: join(folder, 'database'),
    clusters,
    objectTypes,
  });
  const ended = whileRunning({
    ...programs,
    'The backend': startBackend({ configFile, watch: false }),
  });
  try {
    const limit = AbortSignal.timeout(LIMIT_MS);
    await Promise.race([
      waitForAnswer(`${backendUrl}/.backstage/health/v1/readiness`, limit),
      ended,
    ]);
    process.stdout.write(`ready: ${backendUrl} ${backendUrl}\n`);
    await ended;
  } finally {
    await stopAll();
  }
}
