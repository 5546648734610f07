import { resolvePath } from '../resolvePath';
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
      return test(shell, operands) ? 0 : 1;
    case '[':
      if (operands[operands.length - 1] !== ']') {
        streams.stderr('sh: missing ]\n');
        return 2;
      }
      return test(shell, operands.slice(0, -1)) ? 0 : 1;
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

function test(shell: Shell, operands: string[]): boolean {
  if (operands[0] === '!') return !test(shell, operands.slice(1));
  if (operands.length === 1) return operands[0] !== '';
  if (operands.length === 3) {
    const [left, operator, right] = operands;
    if (operator === '=' || operator === '==') return left === right;
    if (operator === '!=') return left !== right;
    if (operator === '-eq') return Number(left) === Number(right);
    if (operator === '-ne') return Number(left) !== Number(right);
    return false;
  }
  const [operator, operand = ''] = operands;
  const kind = shell.context.files.kind(
    resolvePath(shell.workingDirectory, operand),
  );
  switch (operator) {
    case '-n':
      return operand !== '';
    case '-z':
      return operand === '';
    case '-e':
      return kind !== undefined;
    case '-f':
      return kind === 'file';
    case '-d':
      return kind === 'directory';
    default:
      return false;
  }
}
