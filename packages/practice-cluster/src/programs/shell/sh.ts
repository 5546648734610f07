import { Command } from '../Command';
import { finish } from '../finish';
import { resolvePath } from '../resolvePath';
import { Shell } from './Shell';

/** `sh -c SCRIPT [NAME [ARGUMENT...]]`, `sh FILE`, or a script on standard input. @public */
export const sh: Command = context => {
  const operands = context.argv.slice(1);
  const shell = new Shell(context);
  let script: string | undefined;
  if (/^-[a-z]*c$/.test(operands[0] ?? '')) {
    script = operands[1];
    if (operands[0].includes('e')) shell.stopAtFailure = true;
    for (const [index, value] of operands.slice(2).entries()) {
      shell.variables.set(String(index), value);
    }
    if (script === undefined) {
      return finish(context, 2, {
        stderr: "sh: option requires an argument -- 'c'\n",
      });
    }
  } else if (operands[0] !== undefined) {
    const path = resolvePath(context.workingDirectory, operands[0]);
    if (context.files.kind(path) !== 'file') {
      return finish(context, 2, {
        stderr: `sh: can't open '${operands[0]}': No such file or directory\n`,
      });
    }
    script = context.files.readText(path);
  } else {
    script = new TextDecoder().decode(context.stdin);
  }
  const text = script;
  context.clock.after(1, () =>
    shell.run(
      text,
      {
        stdin: context.stdin,
        stdout: output => context.stdout(output),
        stderr: output => context.stderr(output),
      },
      code => context.exit(code),
    ),
  );
  return { signal: signal => shell.replacement?.signal?.(signal) };
};
