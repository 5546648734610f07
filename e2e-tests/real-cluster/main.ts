import { resolve } from 'node:path';
import { putAllRight } from './cluster/disturb';
import { openCluster } from './cluster/openCluster';
import { removeAll } from './cluster/removeAll';
import { parseOptions } from './options';
import { Report } from './Report';
import { testCluster } from './testCluster';
import { writeResult } from './writeResult';

const checkout = resolve(__dirname, '..', '..');

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2), process.env);
  const report = new Report(line => console.log(line));
  const started = new Date();
  const cluster = await openCluster(options, checkout, line =>
    report.say(line),
  );
  const prefix = `stateful-apps-test-${started.getTime().toString(36)}`;
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort());
  }
  try {
    await Promise.race([
      testCluster(
        report,
        cluster,
        { checkout, prefix, ...options },
        stop.signal,
      ),
      new Promise((_, reject) =>
        stop.signal.addEventListener('abort', () =>
          reject(new Error('Stopped from outside.')),
        ),
      ),
    ]);
  } catch (error) {
    await report.check('the run itself', async () => {
      throw error;
    });
  } finally {
    await putAllRight();
    await removeAll(cluster.kubectl, prefix);
    await cluster.close();
  }
  if (options.extent === 'full') {
    report.say(`written: ${await writeResult(checkout, report, started)}`);
  }
  console.log(report.summary);
  return report.count('failed') === 0 ? 0 : 1;
}

main().then(
  code => process.exit(code),
  error => {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed, 0 skipped');
    process.exit(1);
  },
);
