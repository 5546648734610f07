import { startChild } from './children.mjs';

const KEPT_CHARACTERS = 100_000;

/**
 * Runs a program to its end. `quiet` keeps its output to itself; else what it
 * prints is shown as it comes. Answers the exit code and the output's end.
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = startChild(command, args, options);
    let output = '';
    for (const [stream, shown] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.setEncoding('utf8');
      stream.on('data', text => {
        output = (output + text).slice(-KEPT_CHARACTERS);
        if (!quiet) shown.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}
