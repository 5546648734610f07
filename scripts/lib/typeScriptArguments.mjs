import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Arguments for Node.js with which it runs TypeScript as Backstage's own commands do. */
export function typeScriptArguments() {
  const require = createRequire(join(root, 'package.json'));
  return [
    '--enable-source-maps',
    '--require',
    require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
  ];
}
