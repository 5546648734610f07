import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../lib/children.mjs';
import { root } from '../lib/paths.mjs';
import { Problem } from '../lib/Problem.mjs';
import { showOutput } from '../lib/showOutput.mjs';
import { typeScriptArguments } from '../lib/typeScriptArguments.mjs';

const LIMIT_MS = 120_000;
const READY = /^practice-cluster: ready (\S+)$/;

/**
 * Starts the practice cluster. Its kubeconfig and its tokens are written into
 * `folder`. Answers when the cluster does.
 */
export async function startPracticeCluster({ folder, port }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kubeconfig = join(folder, 'practice.kubeconfig');
  const tokensFile = join(folder, 'practice-tokens.json');
  const child = startChild(
    process.execPath,
    [
      ...typeScriptArguments(),
      join(root, 'packages/practice-cluster/src/bin/practice-cluster.ts'),
      `--kubeconfig=${kubeconfig}`,
      `--tokens=${tokensFile}`,
      `--port=${port}`,
    ],
    { cwd: root },
  );
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        reject(
          new Problem(
            `The practice cluster did not get ready within ${
              LIMIT_MS / 1000
            } seconds; its lines above say what it did.`,
          ),
        ),
      LIMIT_MS,
    );
    showOutput(child, 'cluster', line => {
      const ready = READY.exec(line);
      if (ready) {
        clearTimeout(timer);
        resolve(ready[1]);
      }
      // Said in the command's own words instead.
      return !ready && !line.startsWith('export KUBECONFIG=');
    });
    child.on('close', code => {
      clearTimeout(timer);
      reject(
        new Problem(
          `The practice cluster stopped with exit code ${code}; its lines above say why.`,
        ),
      );
    });
  });
  const tokens = JSON.parse(readFileSync(tokensFile, 'utf8'));
  return { child, url, kubeconfig, tokens };
}
