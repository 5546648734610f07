import { isMissing } from './isMissing.mjs';
import { Problem } from './Problem.mjs';
import { run } from './run.mjs';

/** What npm tells its scripts, and what would mislead another npm or yarn. */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(package|lifecycle|config_local_prefix|command)/.test(name)) {
      delete env[name];
    }
  }
  return env;
}

/** Runs npm: the one that started this script, else the one on the PATH. */
export async function npm(args) {
  const script = process.env.npm_execpath;
  const own = script && /npm-cli\.[cm]?js$/.test(script);
  try {
    return await run(
      own ? process.execPath : 'npm',
      own ? [script, ...args] : args,
      { env: cleanEnvironment(), quiet: true },
    );
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Problem(
      'npm is not installed, or not on the PATH: install Node.js 24 with npm and try again.',
      { cause: error },
    );
  }
}
