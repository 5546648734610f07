import { Command, ProcessContext } from '../Command';
import { FileError } from '../FileError';
import { finish } from '../finish';
import { resolvePath } from '../resolvePath';
import { copyFiles } from './copyFiles';
import { evaluateTest } from './evaluateTest';
import { sh } from './sh';

type Applet = (context: ProcessContext, operands: string[]) => string;

/** Commands that read or change files and end at once. */
const APPLETS: Record<string, Applet> = {
  cat(context, operands) {
    const files = operands.filter(operand => operand !== '-');
    if (files.length === 0) return new TextDecoder().decode(context.stdin);
    return files
      .map(file => context.files.readText(inside(context, file)))
      .join('');
  },
  cp: (context, operands) => copyFiles(context, operands),
  mv(context, operands) {
    copyFiles(context, ['-r', ...operands]);
    for (const source of operands.slice(0, -1)) {
      context.files.remove(inside(context, source));
    }
    return '';
  },
  date: context => `${new Date(context.clock.now()).toUTCString()}\n`,
  echo(_, operands) {
    const plain = operands[0] === '-n';
    return plain ? operands.slice(1).join(' ') : `${operands.join(' ')}\n`;
  },
  env: context =>
    [...context.env].map(([name, value]) => `${name}=${value}\n`).join(''),
  hostname: context => `${context.pod.hostname}\n`,
  ls(context, operands) {
    const paths = operands.filter(operand => !operand.startsWith('-'));
    return (paths.length > 0 ? paths : ['.'])
      .flatMap(path => {
        const at = inside(context, path);
        return context.files.kind(at) === 'file'
          ? [path]
          : context.files.list(at);
      })
      .map(name => `${name}\n`)
      .join('');
  },
  mkdir(context, operands) {
    for (const path of operands.filter(operand => !operand.startsWith('-'))) {
      context.files.makeDirectory(inside(context, path));
    }
    return '';
  },
  printenv(context, [name]) {
    return name ? `${context.env.get(name) ?? ''}\n` : APPLETS.env(context, []);
  },
  pwd: context => `${context.workingDirectory}\n`,
  rm(context, operands) {
    const force = operands.some(operand => /^-[a-z]*f/i.test(operand));
    for (const path of operands.filter(operand => !operand.startsWith('-'))) {
      const at = inside(context, path);
      if (!force || context.files.kind(at)) context.files.remove(at);
    }
    return '';
  },
  sync: () => '',
  touch(context, operands) {
    for (const path of operands) {
      context.files.append(inside(context, path), '');
    }
    return '';
  },
  /** Every process may read and write every file here. */
  chmod: () => '',
  chown: () => '',
};

const sleep: Command = context => {
  const [, duration = ''] = context.argv;
  if (duration === 'infinity' || duration === 'inf') return {};
  const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(duration);
  if (!match) {
    return finish(context, 1, {
      stderr: `sleep: invalid number '${duration}'\n`,
    });
  }
  const unit = { '': 1, s: 1, m: 60, h: 3600, d: 86400 }[match[2]] ?? 1;
  context.clock.after(Number(match[1]) * unit * 1000, () => context.exit(0));
  return {};
};

/** As its own program, for probes that name it without a shell. */
const test: Command = context => {
  const operands = context.argv.slice(1).filter(operand => operand !== ']');
  const kindOf = (path: string) => context.files.kind(inside(context, path));
  return finish(context, evaluateTest(operands, kindOf) ? 0 : 1);
};

const kill: Command = context => {
  const [first, second] = context.argv.slice(1);
  const named = first?.startsWith('-') ?? false;
  const pid = named ? second : first;
  const name = named ? first.slice(1).replace(/^SIG/, '') : 'TERM';
  const signal =
    { 1: 'HUP', 2: 'INT', 3: 'QUIT', 9: 'KILL', 15: 'TERM' }[name] ?? name;
  if (pid !== '1') {
    return finish(context, 1, {
      stderr: `sh: can't kill pid ${pid ?? ''}: No such process\n`,
    });
  }
  switch (signal) {
    case 'HUP':
    case 'INT':
    case 'QUIT':
    case 'TERM':
      context.signalFirstProcess(signal);
      break;
    case 'KILL':
      // The kernel does not deliver KILL to the first process from inside.
      break;
    default:
      return finish(context, 1, {
        stderr: `kill: bad signal name '${name}'\n`,
      });
  }
  return finish(context, 0);
};

/**
 * The commands of the small images: a shell, files, `sleep` and `kill`.
 *
 * @public
 */
export const busybox: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['sh', sh],
  ['ash', sh],
  ['bash', sh],
  ['sleep', sleep],
  ['kill', kill],
  ['test', test],
  ['[', test],
  ['true', context => finish(context, 0)],
  ['false', context => finish(context, 1)],
  ...Object.entries(APPLETS).map(([name, applet]): [string, Command] => [
    name,
    context => runApplet(name, applet, context),
  ]),
]);

function runApplet(name: string, applet: Applet, context: ProcessContext) {
  try {
    return finish(context, 0, {
      stdout: applet(context, context.argv.slice(1)),
    });
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return finish(context, 1, { stderr: `${name}: ${error.message}\n` });
  }
}

function inside(context: ProcessContext, path: string) {
  return resolvePath(context.workingDirectory, path);
}
