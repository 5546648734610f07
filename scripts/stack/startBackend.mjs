import { join } from 'node:path';
import { startChild } from '../lib/children.mjs';
import { root } from '../lib/paths.mjs';
import { showOutput } from '../lib/showOutput.mjs';
import { typeScriptArguments } from '../lib/typeScriptArguments.mjs';

/** What a backend that could not start, and what Node.js after an error that nobody caught, print last. */
const CRASH = /Backend startup failed|^Node\.js v\d+\.\d+\.\d+$/;

/**
 * Starts the backend. With `watch` it starts again when its code changes, and
 * the process outlives crashes of the backend; the event `crash` tells of them.
 */
export function startBackend({ configFile, watch }) {
  const config = [
    '--config',
    join(root, 'app-config.yaml'),
    '--config',
    configFile,
  ];
  const options = {
    cwd: join(root, 'packages', 'backend'),
    env: { ...process.env, NODE_ENV: 'development' },
  };
  const child = watch
    ? startChild(
        'yarn',
        ['backstage-cli', 'package', 'start', ...config],
        options,
      )
    : startChild(
        process.execPath,
        [...typeScriptArguments(), join('src', 'index'), ...config],
        options,
      );
  showOutput(child, 'backend', line => {
    if (CRASH.test(line)) child.emit('crash');
    return true;
  });
  return child;
}
