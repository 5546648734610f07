import { root } from './paths.mjs';
import { run } from './run.mjs';
import { typeScriptArguments } from './typeScriptArguments.mjs';

/** Runs a TypeScript program of the workspace to its end; answers its exit code. */
export async function runTypeScript(entry, args) {
  const { code } = await run(
    process.execPath,
    [...typeScriptArguments(), entry, ...args],
    { cwd: root },
  );
  return code;
}
