import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { shell } from '../../e2e-tests/real-cluster/shell';
import { Options } from '../options';
import { toMarkdown } from './format';
import { Result } from './Result';

/** Writes the results for people to read; answers the file's path. */
export async function write(
  checkout: string,
  results: Result[],
  options: Options,
): Promise<string> {
  const git = async (...args: string[]) =>
    (await shell('git', ['-C', checkout, ...args])).stdout.trim();
  const commit = await git('rev-parse', '--short', 'HEAD');
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  const [{ model }] = cpus();
  const file = join(checkout, 'docs', 'benchmarks.md');
  await writeFile(
    file,
    `# Benchmarks

${new Date().toISOString().slice(0, 10)}, commit ${commit}${
      changed ? ' with changes' : ''
    }, ${cpus().length} cores (${model}), ${Math.round(
      totalmem() / 2 ** 30,
    )} GiB, Node.js ${process.versions.node}.
Made by \`npm run bench -- --write\`. Absolute figures are of one machine; ratios carry over.

${toMarkdown(results)}

## How it is measured

- One API server, in a process of its own, holds ${
      options.apps
    } copies of an app that was recorded from a real cluster (Kubernetes 1.34, three Consul servers with claims, \`managedFields\` and all), lists them with limit and continue, watches with bookmarks, and counts requests and bytes as they go over the wire.
- Both sides are whole Backstage backends with the same configuration, catalog and database, one after the other in processes of their own: plugin-kubernetes as it is published, and plugin-kubernetes with our module and our plugin.
- plugin-kubernetes is driven as its entity tab drives it: every ten seconds, each viewer asks for the clusters and for the entity's objects. Time is compressed: each round of refreshes is made at once and stands for ten seconds. \`skipMetricsLookup\` is set, in its favour, unless the row says otherwise.
- Our side is watched in real time, ${
      options.windowSeconds
    } s for each number of viewers, each viewer holding the event stream of the same app. To the requests that were seen, one renewal of each open watch in five minutes is added, the shortest time between renewals.
- gzip is level 6, as Backstage's own compression is.
- "nearly" is within 20 % of the goal; only less than that fails the run.
`,
  );
  return file;
}
