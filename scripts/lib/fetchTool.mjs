import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explainFailure } from './explainFailure.mjs';
import { npm } from './npm.mjs';
import { tools } from './paths.mjs';
import { Problem } from './Problem.mjs';
import { say } from './say.mjs';

/**
 * The folder of one version of one npm package, fetched into the cache by npm
 * if it is not there yet. Install scripts are not run.
 */
export async function fetchTool(name, version) {
  const home = join(tools, `${name.replace('/', '+')}-${version}`);
  const folder = join(home, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  say(`fetching ${name} ${version} through npm`);
  const fresh = `${home}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
    const { code, output } = await npm([
      'install',
      `--prefix=${fresh}`,
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--omit=dev',
      `${name}@${version}`,
    ]);
    if (code !== 0) {
      throw new Problem(
        `npm could not fetch ${name} ${version}: ${explainFailure(output)}.`,
      );
    }
    rmSync(home, { recursive: true, force: true });
    renameSync(fresh, home);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
