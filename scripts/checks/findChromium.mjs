import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const files = NAMES.flatMap(name => folders.map(each => join(each, name)));
  return [...files, ...MAC_APPS].find(isProgram);
}

/**
 * A Chromium for the browser tests: what `PLAYWRIGHT_CHROMIUM` names, one of
 * the system's, or the one that Playwright downloads. Where there is none, why.
 */
export async function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    return isProgram(named)
      ? { executable: named }
      : { reason: `PLAYWRIGHT_CHROMIUM names ${named}, which is no program` };
  }
  const system = onPath();
  if (system) return { executable: system };
  const require = createRequire(join(root, 'package.json'));
  const { chromium } = require('@playwright/test');
  if (!existsSync(chromium.executablePath())) {
    say('there is no Chromium here; Playwright tries to download its own');
    const { code } = await run('yarn', ['playwright', 'install', 'chromium'], {
      cwd: root,
      quiet: true,
    });
    if (code !== 0) {
      return {
        reason:
          'there is no Chromium and it could not be downloaded; install Chromium or Chrome (Debian: apt-get install chromium), or name one in PLAYWRIGHT_CHROMIUM',
      };
    }
  }
  return { executable: chromium.executablePath() };
}
