import { AppUnderTest } from '../AppUnderTest';
import { restartsOf } from '../compare/podTruth';
import { namespaceOf, Run } from '../Run';
import { eventually } from '../settle';
import { readKubernetes } from '../truth/KubernetesTruth';
import { makeWhole } from './consulWhole';
import { steady } from './steady';

/** A container ends and starts again in its pod: same pod, and without a volume another Consul node. */
export async function containerRestarted(
  run: Run,
  app: AppUnderTest,
  ordinal: number,
): Promise<void> {
  const namespace = namespaceOf(run, app);
  const name = `${app.statefulSet}-${ordinal}`;
  await makeWhole(run, app);
  await run.kubectl.exec(namespace, name, ['kill', '1']);
  await eventually(60_000, async () => {
    const { pods } = await readKubernetes(
      run.kubectl,
      namespace,
      app.statefulSet,
    );
    const pod = pods.get(name);
    if (!pod || restartsOf(pod) === 0) {
      throw new Error(`The container of ${name} does not restart.`);
    }
  });
  await steady(
    run,
    app,
    `${app.title}, container of ${name} restarted`,
    40_000,
  );
}
