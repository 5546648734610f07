import { Process, ProcessContext } from './Command';

/**
 * Ends a command that is done at once. The exit comes a moment later, as a
 * process cannot have ended before it was started.
 *
 * @public
 */
export function finish(
  context: ProcessContext,
  code: number,
  output: { stdout?: string; stderr?: string } = {},
): Process {
  if (output.stdout) context.stdout(output.stdout);
  if (output.stderr) context.stderr(output.stderr);
  context.clock.after(1, () => context.exit(code));
  return {};
}
