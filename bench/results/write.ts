import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { shell } from '../../e2e-tests/real-cluster/shell';
import { Options } from '../options';
import { toMarkdown } from './format';
import { method } from './method';
import { Result } from './Result';

/** Writes the results for people to read; answers the file's path. */
export async function write(
  checkout: string,
  results: Result[],
  options: Options,
): Promise<string> {
  const file = join(checkout, 'docs', 'benchmarks.md');
  const text = `# Benchmarks

${await circumstances(checkout)}
Made by \`npm run bench -- --write\`. Absolute figures are of one machine; ratios carry over.

${toMarkdown(results)}

## How it is measured

${method(options)}
`;
  await writeFile(file, text);
  return file;
}

/** When, of what and on what the figures are. */
async function circumstances(checkout: string): Promise<string> {
  const git = async (...args: string[]) =>
    (await shell('git', ['-C', checkout, ...args])).stdout.trim();
  const commit = await git('rev-parse', '--short', 'HEAD');
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  const [{ model }] = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    new Date().toISOString().slice(0, 10),
    changed ? `commit ${commit} with changes` : `commit ${commit}`,
    `${cpus().length} cores (${model})`,
    `${gibibytes} GiB`,
    `Node.js ${process.versions.node}`,
    // Other work on the machine shows here: the benchmark alone keeps it below 2.
    `load of the last 15 minutes ${loadavg()[2].toFixed(1)}.`,
  ].join(', ');
}
