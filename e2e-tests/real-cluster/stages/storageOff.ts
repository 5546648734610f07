import { APPS } from '../AppUnderTest';
import { disturb } from '../cluster/disturb';
import { failuresOf, namespaceOf, refOf, Run } from '../Run';
import { agree, eventually } from '../settle';
import { applyApp, rolledOut } from './applyApps';
import { compareObjects } from './compareApp';
import { steady } from './steady';

const SECOND = 1000;

/** An app that wants claims on a cluster without a storage provider, which gets one later. */
export async function storageOff(run: Run): Promise<void> {
  const app = { ...APPS.web, title: 'without storage', namespace: 'unstored' };
  const namespace = namespaceOf(run, app);
  await run.report.check('storage off: the failure itself', async () => {
    const tool = failuresOf(run);
    await disturb(async () => {
      await tool.storage('off');
      try {
        await applyApp(run.kubectl, namespace, app);
        await run.allowProbing(namespace);
        await run.report.check('storage off: set, pods and volumes', () =>
          agree(20 * SECOND, () => compareObjects(run, app)),
        );
        await run.report.check('storage off: claims say why they wait', () =>
          eventually(20 * SECOND, async () => {
            const view = await run.api.app(refOf(run, app));
            const [{ volumes }] = view.identities;
            const claim = volumes.find(
              ({ name }) => name === app.data.name,
            )?.claim;
            if (claim?.phase !== 'Pending' || !claim.why) {
              throw new Error(
                `phase ${claim?.phase ?? 'none'}, reason ${
                  claim?.why ?? 'none'
                }`,
              );
            }
            return claim.why;
          }),
        );
      } finally {
        await tool.storage('on');
      }
    });
  });
  if (!run.tool) return;
  await run.kubectl.run([
    '--namespace',
    namespace,
    'delete',
    'statefulset,persistentvolumeclaim',
    '--all',
  ]);
  await applyApp(run.kubectl, namespace, app);
  await rolledOut(run.kubectl, namespace, app);
  await steady(run, app, 'storage on again');
}
