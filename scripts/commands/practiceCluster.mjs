import { join } from 'node:path';
import { stopAll } from '../lib/children.mjs';
import { cache } from '../lib/paths.mjs';
import { checkPort } from '../lib/ports.mjs';
import { readOptions, readPort } from '../lib/readOptions.mjs';
import { say } from '../lib/say.mjs';
import { startPracticeCluster } from '../stack/startPracticeCluster.mjs';
import { whileRunning } from '../stack/whileRunning.mjs';

/** The practice cluster alone, until somebody ends it. */
export default async function practiceCluster(args) {
  const { port: text } = readOptions(args, { port: { type: 'string' } });
  const port = text === undefined ? 0 : readPort(text, '--port');
  if (port) {
    await checkPort(port, { flag: '--port', command: 'practice-cluster' });
  }
  say('starting the practice cluster');
  const { child, kubeconfig } = await startPracticeCluster({
    folder: join(cache, 'practice-cluster'),
    port,
  });
  process.stdout.write(`export KUBECONFIG=${kubeconfig}\n`);
  try {
    await whileRunning({ 'The practice cluster': child });
  } finally {
    await stopAll();
  }
}
