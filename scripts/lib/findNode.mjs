import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fetchTool } from './fetchTool.mjs';
import { Problem } from './Problem.mjs';
import { say } from './say.mjs';

const FETCHED_VERSION = '24.21.0';

/** Whether a version of Node.js is one of those that Backstage and the database run on. */
function isSupported(version) {
  return /^v?(22|24)\./.test(version);
}

/**
 * The Node.js to run everything with: the running one, or one fetched from the
 * npm registry, where each operating system and processor has a package.
 */
export async function findNode() {
  if (isSupported(process.versions.node)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  if (!/^node-(linux|darwin)-(x64|arm64)$/.test(name)) {
    throw new Problem(
      `Node.js ${process.versions.node} does not fit and none can be fetched for ${process.platform} on ${process.arch}: install Node.js 24 (or 22) and try again.`,
    );
  }
  const folder = await fetchTool(name, FETCHED_VERSION);
  const node = join(folder, 'bin', 'node');
  const test = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (test.status !== 0) {
    throw new Problem(
      `Node.js ${FETCHED_VERSION} was fetched but does not run on this machine: install Node.js 24 (or 22) and try again.`,
    );
  }
  say(
    `Node.js here is ${process.versions.node}; using ${FETCHED_VERSION} from the cache instead`,
  );
  return node;
}
