import { createInterface } from 'node:readline';

/** Shows a program's lines as they come, each after its name, but those of which `onLine` says `false`. */
export function showOutput(child, name, onLine = () => {}) {
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', line => {
      if (onLine(line) === false) return;
      process.stdout.write(`${name.padEnd(8)} ${line}\n`);
    });
  }
}
