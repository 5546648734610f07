import { APPS } from '../AppUnderTest';
import { namespaceOf, refOf, Run } from '../Run';
import { agree, eventually } from '../settle';
import { readKubernetes } from '../truth/KubernetesTruth';
import { compareObjects } from './compareApp';
import { rolledOut } from './applyApps';
import { steady } from './steady';

/** An identity is taken away; its claim stays and is listed as left over. */
export async function scaledDown(run: Run): Promise<void> {
  const app = APPS.web;
  const namespace = namespaceOf(run, app);
  const scale = (replicas: number) =>
    run.kubectl.run([
      '--namespace',
      namespace,
      'scale',
      `statefulset/${app.statefulSet}`,
      `--replicas=${replicas}`,
    ]);
  await scale(1);
  await eventually(60_000, async () => {
    const { pods } = await readKubernetes(
      run.kubectl,
      namespace,
      app.statefulSet,
    );
    if (pods.size > 1) throw new Error('web-1 does not end.');
  });
  await run.report.check('scaled down: set, pods and volumes', () =>
    agree(20_000, () => compareObjects(run, app)),
  );
  await run.report.check('scaled down: the left-over claim is listed', () =>
    eventually(20_000, async () => {
      const view = await run.api.app(refOf(run, app));
      const names = view.leftoverClaims.map(({ name }) => name).join();
      if (names !== 'html-web-1') throw new Error(`ours ${names || 'none'}`);
    }),
  );
  await scale(2);
  await rolledOut(run.kubectl, namespace, app);
  await steady(run, app, 'scaled up again');
}
