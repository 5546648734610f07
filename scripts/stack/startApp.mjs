import { join } from 'node:path';
import { startChild } from '../lib/children.mjs';
import { root } from '../lib/paths.mjs';
import { showOutput } from '../lib/showOutput.mjs';

/** Starts the app's development server, which rebuilds the app when its code changes. */
export function startApp({ configFile }) {
  const child = startChild(
    'yarn',
    [
      'backstage-cli',
      'package',
      'start',
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      configFile,
    ],
    {
      cwd: join(root, 'packages', 'app'),
      env: { ...process.env, BROWSER: 'none', NODE_ENV: 'development' },
    },
  );
  showOutput(child, 'app');
  return child;
}
