import { spawn } from 'node:child_process';
import { whenParentEnds } from './whenParentEnds.mjs';

/**
 * Runs this very command under another Node.js, passes signals on, and answers
 * its exit code.
 */
export function reRun(node) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
    for (const signal of ['SIGTERM', 'SIGHUP']) {
      process.on(signal, () => child.kill(signal));
    }
    // A terminal sends this one to both; the child decides when it is done.
    process.on('SIGINT', () => {});
    whenParentEnds(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
