import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fetchTool } from './fetchTool.mjs';
import { root, tools } from './paths.mjs';

/** The version that `packageManager` in package.json names. */
function yarnVersion() {
  const { packageManager } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return packageManager.split('@')[1];
}

/**
 * Fetches yarn and puts it, and the running Node.js, first on the PATH, where
 * Backstage's own commands look for them.
 */
export async function putYarnOnPath() {
  const folder = await fetchTool('@yarnpkg/cli-dist', yarnVersion());
  const bin = join(tools, 'bin');
  mkdirSync(bin, { recursive: true });
  const shim = join(bin, 'yarn');
  const quote = text => `'${text.replaceAll("'", `'\\''`)}'`;
  writeFileSync(
    shim,
    `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(
      join(folder, 'bin', 'yarn.js'),
    )} "$@"\n`,
  );
  chmodSync(shim, 0o755);
  process.env.PATH = [bin, dirname(process.execPath), process.env.PATH].join(
    delimiter,
  );
}
