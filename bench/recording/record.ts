import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Kubectl } from '../../e2e-tests/real-cluster/cluster/Kubectl';
import { RECORDED_FILE, Recorded } from '../fakeApi/Recorded';

const NAMESPACE = 'app-00000';
const PER_APP = [
  'statefulsets',
  'controllerrevisions',
  'pods',
  'persistentvolumeclaims',
  'events',
  'services',
  'endpointslices',
  'poddisruptionbudgets',
];
const PER_CLUSTER = ['nodes', 'storageclasses'];
const ANSWERS = [
  'agent/self',
  'agent/members',
  'status/leader',
  'status/peers',
  'operator/raft/configuration?stale',
  'operator/autopilot/health',
];

/** Records one app and its Consul from a real cluster: `KUBECONFIG=... node ... bench/recording/record.ts`. */
async function main(): Promise<void> {
  const kubectl = new Kubectl(
    process.env.KUBECTL ?? 'kubectl',
    process.env.KUBECONFIG ?? '',
  );
  await kubectl.apply(
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: ${NAMESPACE}}`,
  );
  await kubectl.apply(
    await readFile(join(__dirname, 'app.yaml'), 'utf8'),
    NAMESPACE,
  );
  await kubectl.run(
    [
      '--namespace',
      NAMESPACE,
      'rollout',
      'status',
      'statefulset/consul',
      '--timeout=120s',
    ],
    { timeoutMs: 130_000 },
  );
  const recorded: Recorded = {
    perApp: {},
    perCluster: {},
    answers: {},
  };
  const raw = (path: string) => kubectl.run(['get', '--raw', path]);
  for (const resource of PER_APP) {
    recorded.perApp[resource] = await kubectl.get([
      '--namespace',
      NAMESPACE,
      '--show-managed-fields',
      resource,
    ]);
  }
  const volumes = await kubectl.get([
    '--show-managed-fields',
    'persistentvolumes',
  ]);
  recorded.perApp.persistentvolumes = volumes.filter(
    volume => volume.spec.claimRef?.namespace === NAMESPACE,
  );
  for (const resource of PER_CLUSTER) {
    recorded.perCluster[resource] = await kubectl.get([
      '--show-managed-fields',
      resource,
    ]);
  }
  for (const pod of recorded.perApp.pods) {
    const answers: Record<string, string> = {};
    for (const path of ANSWERS) {
      answers[`/v1/${path}`] = await raw(
        `/api/v1/namespaces/${NAMESPACE}/pods/http:${pod.metadata.name}:8500/proxy/v1/${path}`,
      );
    }
    recorded.answers[pod.metadata.name] = answers;
  }
  await writeFile(
    resolve(RECORDED_FILE),
    `${JSON.stringify(recorded, undefined, 1)}\n`,
  );
  await kubectl.run(['delete', 'namespace', NAMESPACE, '--wait=false']);
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
