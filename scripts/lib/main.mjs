import { commands } from '../commands.mjs';
import { stopAll } from './children.mjs';
import { install } from './install.mjs';
import { findNode } from './findNode.mjs';
import { Problem } from './Problem.mjs';
import { putYarnOnPath } from './putYarnOnPath.mjs';
import { reRun } from './reRun.mjs';

function findCommand(name) {
  const command = commands.get(name);
  if (command) return command;
  const known = [...commands].map(
    ([each, { summary }]) => `  ${each.padEnd(18)}${summary}`,
  );
  const question = name ? `There is no command "${name}".` : 'Which command?';
  throw new Problem(`${question} There are:\n${known.join('\n')}`);
}

async function execute([name, ...args]) {
  const command = findCommand(name);
  if (process.platform === 'win32') {
    throw new Problem(
      'On Windows this works in the Windows Subsystem for Linux only: run this command there.',
    );
  }
  const node = await findNode();
  if (node !== process.execPath) return reRun(node);
  await putYarnOnPath();
  await install();
  const { default: run } = await command.load();
  return run(args);
}

function explain(error) {
  if (error instanceof Problem) return error.message;
  if (error?.code === 'ENOSPC') return 'There is no space left on the disk.';
  return error?.stack ?? String(error);
}

/** Sets up what is missing, runs one command, and ends with its exit code. */
export async function main(args) {
  try {
    process.exitCode = (await execute(args)) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
}
