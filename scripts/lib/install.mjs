import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { explainFailure } from './explainFailure.mjs';
import { cache, root } from './paths.mjs';
import { Problem } from './Problem.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';
import { yarnSettings } from './yarnSettings.mjs';

/** What node_modules and yarn's cache take, with some room. */
const NEEDED_BYTES = 4e9;

function manifests() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const room of ['packages', 'plugins']) {
    for (const name of readdirSync(join(root, room)).sort()) {
      const file = join(room, name, 'package.json');
      if (existsSync(join(root, file))) files.push(file);
    }
  }
  return files;
}

function hashOfManifests() {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of manifests()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function checkSpace() {
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free >= NEEDED_BYTES || existsSync(join(root, 'node_modules'))) return;
  const gigabytes = bytes => (bytes / 1e9).toFixed(1);
  throw new Problem(
    `There is not enough disk space: the packages need about ${gigabytes(
      NEEDED_BYTES,
    )} GB and ${gigabytes(free)} GB are free where ${root} is.`,
  );
}

/** Installs the packages when they are missing or what they are made from has changed. */
export async function install() {
  const mark = join(cache, 'installed');
  const hash = hashOfManifests();
  const installed =
    existsSync(join(root, 'node_modules', '.yarn-state.yml')) &&
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === hash;
  if (installed) return;
  checkSpace();
  say('installing packages with yarn (one to three minutes the first time)');
  rmSync(mark, { force: true });
  const { code, output } = await run('yarn', ['install', '--immutable'], {
    cwd: root,
    env: { ...process.env, ...(await yarnSettings()) },
    quiet: true,
  });
  if (code !== 0) {
    throw new Problem(
      `The packages could not be installed: ${explainFailure(output)}.`,
    );
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(mark, hash);
  say('packages installed');
}
