import { AppUnderTest } from '../AppUnderTest';
import { namespaceOf, refOf, Run } from '../Run';
import { agree, eventually } from '../settle';
import { readKubernetes } from '../truth/KubernetesTruth';
import { compareObjects } from './compareApp';
import { makeWhole } from './consulWhole';
import { shownWithin } from './shownWithin';
import { steady } from './steady';

const SECOND = 1000;

/** A pod goes, with grace or by force; another takes its name. */
export async function podDeleted(
  run: Run,
  app: AppUnderTest,
  ordinal: number,
  how: 'gracefully' | 'by force',
): Promise<void> {
  const namespace = namespaceOf(run, app);
  const name = `${app.statefulSet}-${ordinal}`;
  const situation = `${app.title}, ${name} deleted ${how}`;
  const podNow = async () =>
    (await readKubernetes(run.kubectl, namespace, app.statefulSet)).pods.get(
      name,
    );
  if (app.kind === 'consul') await makeWhole(run, app);
  const lost = await podNow();
  if (!lost) throw new Error(`There is no pod ${name}.`);
  const lostUid = lost.metadata.uid;

  await run.report.check(`${situation}: shown at once`, () =>
    shownWithin(run, app, 2 * SECOND, {
      change: () =>
        run.kubectl.run([
          '--namespace',
          namespace,
          'delete',
          'pod',
          name,
          '--wait=false',
          ...(how === 'by force' ? ['--force', '--grace-period=0'] : []),
        ]),
      shows: view => {
        const { pod } = view.identities.find(each => each.name === name) ?? {};
        return pod?.uid !== lostUid || pod.deletionAt !== undefined;
      },
    }),
  );
  // A web server ends before anybody can look twice; Consul takes its leave first.
  if (how === 'gracefully' && app.kind === 'consul') {
    await run.report.check(`${situation}: while it ends`, () =>
      agree(20 * SECOND, () =>
        compareObjects(
          run,
          app,
          truth => truth.pods.get(name)?.metadata.uid === lostUid,
        ),
      ),
    );
  }
  const next = await eventually(90 * SECOND, async () => {
    const pod = await podNow();
    if (!pod || pod.metadata.uid === lostUid) {
      throw new Error(`${name} is not replaced.`);
    }
    return pod;
  });
  await run.report.check(`${situation}: replacement recorded`, () =>
    eventually(20 * SECOND, async () => {
      const view = await run.api.app(refOf(run, app));
      const { replaced } =
        view.identities.find(each => each.name === name) ?? {};
      const claim = app.survival === 'dies-with-node' ? 'same' : 'none';
      const expected = `${lostUid} -> ${next.metadata.uid}, claim ${claim}`;
      const ours =
        replaced &&
        `${replaced.fromUid} -> ${replaced.toUid}, claim ${replaced.claim}`;
      if (ours !== expected) {
        throw new Error(`ours ${ours ?? 'nothing'}, the cluster ${expected}`);
      }
    }),
  );
  await steady(run, app, `${situation}, after it`, 60 * SECOND);
}
