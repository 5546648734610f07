import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, release, type } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { CheckResult, Report } from './Report';
import { shell } from './shell';

/** Writes the result of a full run for people to read; answers its path. */
export async function writeResult(
  checkout: string,
  report: Report,
  started: Date,
): Promise<string> {
  const git = async (...args: string[]) =>
    (await shell('git', ['-C', checkout, ...args])).stdout.trim();
  const commit = await git('rev-parse', '--short', 'HEAD');
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  const minutes = Math.round((Date.now() - started.getTime()) / 60_000);
  const file = join(checkout, 'docs', 'cluster-results.md');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `# Results on a real cluster

${started.toISOString().slice(0, 10)}, commit ${commit}${
      changed ? ' with changes' : ''
    }, ${minutes} minutes, ${cpus().length} cores, ${type()} ${release()}.
Made by \`npm run test:cluster -- --full\`: what the API says is compared, field by field, with what \`kubectl\` and Consul's own command line say.

**${report.summary}**

| check | result | seconds | remark |
| --- | --- | ---: | --- |
${report.results.map(row).join('\n')}
`,
  );
  return relative(checkout, file);
}

function row({ name, outcome, seconds, details }: CheckResult): string {
  const remark = details.join('; ').replaceAll('|', '\\|');
  return `| ${name} | ${outcome} | ${seconds.toFixed(1)} | ${remark} |`;
}
