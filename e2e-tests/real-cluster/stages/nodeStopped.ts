import { AppUnderTest } from '../AppUnderTest';
import { condition } from '../compare/podTruth';
import { disturb } from '../cluster/disturb';
import { failuresOf, namespaceOf, Run } from '../Run';
import { agree, eventually } from '../settle';
import { readKubernetes } from '../truth/KubernetesTruth';
import { compareObjects } from './compareApp';
import { steady } from './steady';

const SECOND = 1000;
const NODE = 'node-2';

/** A kubelet stops: its node becomes NotReady, its pods are to be evicted and cannot be; then it comes back. */
export async function nodeStopped(
  run: Run,
  apps: AppUnderTest[],
  how: 'stop' | 'power cut',
): Promise<void> {
  const situation =
    how === 'stop' ? `${NODE} stopped` : `${NODE} without power`;
  const readyIs = (expected: string) =>
    eventually(60 * SECOND, async () => {
      const [node] = await run.kubectl.get(['node', NODE]);
      if (condition(node, 'Ready') !== expected) {
        throw new Error(`${NODE} does not become Ready=${expected}.`);
      }
    });
  await run.report.check(`${situation}, and back`, async () => {
    const tool = failuresOf(run);
    await disturb(
      async () => {
        await tool.node(how === 'stop' ? ['stop'] : ['stop', '--hard'], NODE);
        await readyIs('Unknown');
        await compareAll(run, apps, `${situation}, NotReady`);
        await eventually(60 * SECOND, () => terminating(run, apps));
        await compareAll(run, apps, `${situation}, evicted`);
      },
      async () => {
        await tool.node(['start'], NODE);
        await readyIs('True');
      },
    );
    for (const app of apps) {
      await steady(run, app, `${app.title}, ${NODE} is back`, 120 * SECOND);
    }
  });
}

async function compareAll(run: Run, apps: AppUnderTest[], situation: string) {
  for (const app of apps) {
    await run.report.check(`${app.title}, ${situation}`, () =>
      agree(15 * SECOND, () => compareObjects(run, app)),
    );
  }
}

/** Until the pods of the lost node are being deleted. */
async function terminating(run: Run, apps: AppUnderTest[]): Promise<void> {
  for (const app of apps) {
    const { pods } = await readKubernetes(
      run.kubectl,
      namespaceOf(run, app),
      app.statefulSet,
    );
    for (const pod of pods.values()) {
      if (pod.spec.nodeName === NODE && !pod.metadata.deletionTimestamp) {
        throw new Error(`${pod.metadata.name} is not evicted from ${NODE}.`);
      }
    }
  }
}
