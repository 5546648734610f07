import { createInterface } from 'node:readline';

/** Shows a program's lines as they come, each after its name, and hands them on. */
export function showOutput(child, name, onLine = () => {}) {
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', line => {
      process.stdout.write(`${name.padEnd(8)} ${line}\n`);
      onLine(line);
    });
  }
}
