import { spawn } from 'node:child_process';

/** How a program ended. */
export interface ShellResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Settings of one run. */
export interface ShellOptions {
  input?: string;
  timeoutMs?: number;
  env?: NodeJS.ProcessEnv;
  /** Passes what the program says on standard error through, line by line as it comes. */
  echo?: boolean;
}

/** Runs a program to its end; a code other than 0 is an answer, not an error. */
export function shell(
  program: string,
  args: string[],
  options: ShellOptions = {},
): Promise<ShellResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: options.env ?? process.env,
      timeout: options.timeoutMs ?? 60_000,
      killSignal: 'SIGKILL',
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr.push(chunk);
      if (options.echo) process.stderr.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr:
          Buffer.concat(stderr).toString('utf8') +
          (signal ? `ended by ${signal}` : ''),
      }),
    );
    // A program that never reads its input closes the pipe; how it ended tells enough.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}
