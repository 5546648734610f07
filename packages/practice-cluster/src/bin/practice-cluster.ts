import { startPracticeCluster } from '../startPracticeCluster';
import { parseArguments, USAGE } from './parseArguments';
import { writePrivateFile } from './writePrivateFile';

async function main(): Promise<void> {
  const options = parseArguments(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  // Nothing of the cluster outlives the process, so it may end at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(0));
  }
  const cluster = await startPracticeCluster(options);
  writePrivateFile(options.kubeconfig, cluster.kubeconfig());
  if (options.tokens) {
    const { read, probe, admin } = cluster.tokens;
    const tokens = {
      url: cluster.url,
      readToken: read,
      probeToken: probe,
      adminToken: admin,
    };
    writePrivateFile(options.tokens, `${JSON.stringify(tokens)}\n`);
  }
  process.stdout.write(
    `export KUBECONFIG=${options.kubeconfig}\npractice-cluster: ready ${cluster.url}\n`,
  );
}

main().catch((error: NodeJS.ErrnoException) => {
  const sentence =
    error.code === 'EADDRINUSE'
      ? 'the port is taken; choose another with --port, or none for a free one'
      : error.message;
  process.stderr.write(`practice-cluster: ${sentence}\n`);
  process.exitCode = 1;
});
