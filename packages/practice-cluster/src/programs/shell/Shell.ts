import { Process, ProcessContext } from '../Command';
import { FileError } from '../FileError';
import { resolvePath } from '../resolvePath';
import { expandVariable } from './expandVariable';
import {
  parseScript,
  Pipeline,
  ShellSyntaxError,
  SimpleCommand,
  Word,
} from './parseScript';
import { runBuiltin } from './runBuiltin';

/** Where a command's input comes from and its output goes. @public */
export interface ShellStreams {
  stdin: Uint8Array;
  stdout(text: string): void;
  stderr(text: string): void;
}

/**
 * Runs scripts, one command after the other. Everything is a callback, as
 * commands take their time on the virtual clock.
 *
 * @public
 */
export class Shell {
  readonly variables: Map<string, string>;
  workingDirectory: string;
  /** Set by `exit`, ends the script. */
  exitCode: number | undefined;
  /** Set by `set -e`: the first failure ends the script. */
  stopAtFailure = false;
  /** What `exec` put in the shell's place. */
  replacement: Process | undefined;

  constructor(readonly context: ProcessContext) {
    this.variables = new Map(context.env);
    this.workingDirectory = context.workingDirectory;
  }

  run(script: string, streams: ShellStreams, done: (code: number) => void) {
    let pipelines: Pipeline[];
    try {
      pipelines = parseScript(script);
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error;
      streams.stderr(`sh: ${error.message}\n`);
      done(2);
      return;
    }
    this.runFrom(pipelines, 0, 0, streams, done);
  }

  private runFrom(
    pipelines: Pipeline[],
    at: number,
    code: number,
    streams: ShellStreams,
    done: (code: number) => void,
  ): void {
    this.variables.set('?', String(code));
    if (this.exitCode !== undefined) return done(this.exitCode);
    if (at === pipelines.length) return done(code);
    const { when, commands } = pipelines[at];
    const next = (result: number) => {
      const handled = ['success', 'failure'].includes(pipelines[at + 1]?.when);
      if (this.stopAtFailure && result !== 0 && !handled) {
        this.exitCode ??= result;
      }
      this.runFrom(pipelines, at + 1, result, streams, done);
    };
    const skipped =
      (when === 'success' && code !== 0) || (when === 'failure' && code === 0);
    if (skipped) return this.runFrom(pipelines, at + 1, code, streams, done);
    return this.runPipe(commands, streams, next);
  }

  /** The commands of a pipe run one after the other, each on what the one before wrote. */
  private runPipe(
    [first, ...rest]: SimpleCommand[],
    streams: ShellStreams,
    done: (code: number) => void,
  ): void {
    if (rest.length === 0) return this.runCommand(first, streams, done);
    let output = '';
    const inner = { ...streams, stdout: (text: string) => (output += text) };
    return this.runCommand(first, inner, () =>
      this.runPipe(
        rest,
        { ...streams, stdin: new TextEncoder().encode(output) },
        done,
      ),
    );
  }

  private runCommand(
    command: SimpleCommand,
    streams: ShellStreams,
    done: (code: number) => void,
  ) {
    const targets = command.redirects.map(({ target }) => target);
    this.expandAll([...command.words, ...targets], streams, expanded => {
      const argv = expanded.slice(0, command.words.length).flat();
      const files = expanded.slice(command.words.length).flat();
      try {
        const redirected = this.redirect(command, files, streams);
        this.execute(argv, redirected, done);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        streams.stderr(`sh: can't open ${error.path}: ${error.why}\n`);
        done(1);
      }
    });
  }

  private redirect(
    { redirects }: SimpleCommand,
    files: string[],
    streams: ShellStreams,
  ): ShellStreams {
    const redirected = { ...streams };
    for (const [index, { operator }] of redirects.entries()) {
      const path = resolvePath(this.workingDirectory, files[index]);
      if (operator === '<') {
        redirected.stdin = this.context.files.read(path);
      } else if (files[index] !== '/dev/null') {
        if (operator === '>') this.context.files.write(path, '');
        redirected.stdout = text => this.context.files.append(path, text);
      } else {
        redirected.stdout = () => {};
      }
    }
    return redirected;
  }

  private execute(
    words: string[],
    streams: ShellStreams,
    done: (code: number) => void,
  ): void {
    const assigned = new Map<string, string>();
    const argv = [...words];
    for (const word of words) {
      const match = /^([A-Za-z_][A-Za-z0-9_]*)=([\s\S]*)$/.exec(word);
      if (!match) break;
      assigned.set(match[1], match[2]);
      argv.shift();
    }
    if (argv.length === 0) {
      for (const [name, value] of assigned) this.variables.set(name, value);
      return done(0);
    }
    const code = runBuiltin(this, argv, streams);
    if (code !== undefined) return done(code);
    const env = new Map([...this.variables, ...assigned]);
    env.delete('?');
    const replaces = argv[0] === 'exec';
    const child = this.context.spawn({
      argv: replaces ? argv.slice(1) : argv,
      env,
      stdin: streams.stdin,
      workingDirectory: this.workingDirectory,
      stdout: streams.stdout,
      stderr: streams.stderr,
      onExit: status => {
        // `exec` replaces the shell: nothing runs after it.
        if (replaces) this.exitCode = status;
        done(status);
      },
    });
    if (replaces) this.replacement = child;
    return undefined;
  }

  private expandAll(
    words: Word[],
    streams: ShellStreams,
    done: (expanded: string[][]) => void,
    before: string[][] = [],
  ): void {
    if (before.length === words.length) return done(before);
    return this.expandWord(words[before.length], streams, fields =>
      this.expandAll(words, streams, done, [...before, fields]),
    );
  }

  /** One word may become several fields, or none. */
  private expandWord(
    word: Word,
    streams: ShellStreams,
    done: (fields: string[]) => void,
  ) {
    const fields: string[] = [];
    let field: string | undefined;
    const step = (at: number): void => {
      if (at === word.length) {
        if (field !== undefined) fields.push(field);
        return done(fields.flatMap(text => this.matchFiles(text, word)));
      }
      const piece = word[at];
      const add = (text: string) => {
        if (piece.quoted || piece.kind === 'text') {
          field = (field ?? '') + text;
        } else {
          const [head, ...tail] = text.split(/\s+/);
          if (head !== '') field = (field ?? '') + head;
          for (const part of tail) {
            if (field !== undefined) fields.push(field);
            field = part === '' ? undefined : part;
          }
        }
        step(at + 1);
      };
      if (piece.kind === 'text') return add(piece.text);
      if (piece.kind === 'variable') {
        return add(expandVariable(piece.expression, this.variables));
      }
      let output = '';
      const inner = { ...streams, stdout: (text: string) => (output += text) };
      return this.run(piece.script, inner, () =>
        add(output.replace(/\n+$/, '')),
      );
    };
    step(0);
  }

  /** An unquoted `*` in the last part of a path stands for the files that fit. */
  private matchFiles(field: string, word: Word): string[] {
    const globs = word.some(
      piece => piece.kind === 'text' && !piece.quoted && piece.text === '*',
    );
    const slash = field.lastIndexOf('/');
    const pattern = field.slice(slash + 1);
    if (!globs || !pattern.includes('*')) return [field];
    const directory = slash < 0 ? '.' : field.slice(0, slash) || '/';
    const path = resolvePath(this.workingDirectory, directory);
    if (this.context.files.kind(path) !== 'directory') return [field];
    const fits = new RegExp(
      `^${pattern
        .split('*')
        .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
    );
    const names = this.context.files
      .list(path)
      .filter(name => fits.test(name) && !name.startsWith('.'));
    return names.length > 0
      ? names.map(name => field.slice(0, slash + 1) + name)
      : [field];
  }
}
