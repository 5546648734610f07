import { resolvePath } from '../resolvePath';
import { evaluateTest } from './evaluateTest';
import type { Shell, ShellStreams } from './Shell';

/**
 * Runs what the shell does itself; undefined for any other command.
 *
 * @public
 */
export function runBuiltin(
  shell: Shell,
  [name, ...operands]: string[],
  streams: ShellStreams,
): number | undefined {
  const kindOf = (path: string) =>
    shell.context.files.kind(resolvePath(shell.workingDirectory, path));
  switch (name) {
    case ':':
    case 'true':
      return 0;
    case 'false':
      return 1;
    case 'cd':
      return changeDirectory(shell, operands[0] ?? '/root', streams);
    case 'export':
      for (const operand of operands) {
        const [variable, ...value] = operand.split('=');
        if (value.length > 0) shell.variables.set(variable, value.join('='));
      }
      return 0;
    case 'set':
      if (operands.some(operand => /^-[a-z]*e/.test(operand))) {
        shell.stopAtFailure = true;
      }
      return 0;
    case 'exit':
      shell.exitCode = Number(operands[0] ?? shell.variables.get('?') ?? 0);
      return shell.exitCode;
    case 'test':
      return evaluateTest(operands, kindOf) ? 0 : 1;
    case '[':
      if (operands[operands.length - 1] !== ']') {
        streams.stderr('sh: missing ]\n');
        return 2;
      }
      return evaluateTest(operands.slice(0, -1), kindOf) ? 0 : 1;
    default:
      return undefined;
  }
}

function changeDirectory(shell: Shell, to: string, streams: ShellStreams) {
  const path = resolvePath(shell.workingDirectory, to);
  if (shell.context.files.kind(path) !== 'directory') {
    streams.stderr(`sh: cd: can't cd to ${to}: No such file or directory\n`);
    return 2;
  }
  shell.workingDirectory = path;
  return 0;
}
