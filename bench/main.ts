import { resolve } from 'node:path';
import { measureAssessment } from './measures/assessment';
import { measureBundle } from './measures/bundle';
import { measureIncumbent } from './measures/incumbent';
import { measureOurs } from './measures/ours';
import { Options, parseOptions } from './options';
import { toCsv, toText } from './results/format';
import { judge, Result } from './results/Result';
import { rowsOf } from './results/rows';
import { write } from './results/write';
import { Rig } from './Rig';

const checkout = resolve(__dirname, '..');

function say(line: string): void {
  console.log(`# ${line}`);
}

async function measureBackends({
  apps,
  consulApps,
  viewers,
  windowSeconds,
}: Options): Promise<Result[]> {
  say(`an API server with ${apps} StatefulSets`);
  const rig = await Rig.create(apps, consulApps, Math.max(...viewers));
  try {
    say('plugin-kubernetes');
    const incumbent = await measureIncumbent(rig, 'incumbent', viewers);
    say('plugin-kubernetes with pod metrics');
    const withMetrics = await measureIncumbent(
      rig,
      'incumbent-metrics',
      viewers,
    );
    say(`ours, ${windowSeconds} s for each of ${viewers.join(', ')} viewers`);
    const ours = await measureOurs(rig, apps, viewers, windowSeconds);
    return rowsOf(incumbent, withMetrics, ours, { apps, consulApps });
  } finally {
    await rig.close();
  }
}

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  const results = await measureBackends(options);
  say('the assessment alone');
  results.push(...measureAssessment());
  say('the bundle of the app');
  results.push(...measureBundle(checkout));

  console.log(`\n${toText(results)}\n\n${toCsv(results)}\n`);
  if (options.write) say(`written: ${await write(checkout, results, options)}`);
  const missed = results.filter(result => judge(result) === 'no');
  for (const { id, measure, size } of missed) {
    console.log(`missed: ${id} ${measure}, ${size}`);
  }
  return missed.length ? 1 : 0;
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error);
    process.exit(1);
  },
);
