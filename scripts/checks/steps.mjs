import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { run } from '../lib/run.mjs';
import { countJest, countPlaywright, countTap, NONE } from './counts.mjs';
import { findChromium } from './findChromium.mjs';

const reports = join(cache, 'reports');

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

async function yarn(args, env = {}) {
  const { code } = await run('yarn', args, {
    cwd: root,
    env: { ...process.env, CI: 'true', ...env },
  });
  return code === 0;
}

async function scriptTests() {
  const tap = freshReport('scripts.tap');
  const { code } = await run(
    process.execPath,
    [
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      'scripts/**/*.test.mjs',
    ],
    { cwd: root },
  );
  const text = existsSync(tap) ? readFileSync(tap, 'utf8') : '';
  return { ok: code === 0, counts: countTap(text) };
}

async function unitTests() {
  const file = freshReport('jest.json');
  const ok = await yarn([
    'backstage-cli',
    'repo',
    'test',
    '--maxWorkers=2',
    '--json',
    `--outputFile=${file}`,
  ]);
  return { ok, counts: existsSync(file) ? countJest(file) : undefined };
}

async function browserTests() {
  const file = freshReport('playwright.json');
  const { executable, reason } = await findChromium();
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  if (!executable) {
    await yarn(['playwright', 'test', '--list', '--reporter=json'], env);
    const { suites } = JSON.parse(readFileSync(file, 'utf8'));
    const count = suite =>
      (suite.specs ?? []).length +
      (suite.suites ?? []).reduce((sum, each) => sum + count(each), 0);
    const skipped = suites.reduce((sum, each) => sum + count(each), 0);
    return { ok: true, skipped: reason, counts: { ...NONE, skipped } };
  }
  const ok = await yarn(['playwright', 'test', '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_CHROMIUM: executable,
    E2E_PORT: String(await freePort()),
  });
  return { ok, counts: existsSync(file) ? countPlaywright(file) : undefined };
}

const check =
  (...args) =>
  async () => ({ ok: await yarn(args) });

/**
 * What `npm test` does, in this order. A step that needs another one is left
 * out when that one failed.
 */
export const steps = [
  { name: 'prettier', execute: check('prettier:check') },
  { name: 'types', execute: check('tsc') },
  { name: 'lint', execute: check('lint') },
  {
    name: 'api-reports',
    needs: 'types',
    execute: check('api-reports', '--ci'),
  },
  { name: 'openapi', execute: check('openapi:lint') },
  { name: 'knip', execute: check('knip') },
  { name: 'scripts', execute: scriptTests },
  { name: 'unit', execute: unitTests },
  { name: 'build', execute: check('build:all') },
  { name: 'browser', needs: 'build', execute: browserTests },
];
