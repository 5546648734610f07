import { AppUnderTest, APPS } from '../AppUnderTest';
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
  await run.report.check('storage off, and on again', async () => {
    const tool = failuresOf(run);
    await tool.storage('off');
    await disturb(
      async () => {
        await applyApp(run.kubectl, namespace, app);
        await run.allowProbing(namespace);
        await run.report.check('storage off: set, pods and volumes', () =>
          agree(20 * SECOND, () => compareObjects(run, app)),
        );
        await run.report.check('storage off: claims say why they wait', () =>
          eventually(20 * SECOND, () => whyPending(run, app)),
        );
      },
      () => tool.storage('on'),
    );
    // A pod that could not be placed may be looked at again after five minutes
    // only. Another in its place is looked at now; its claim has a class then.
    await eventually(60 * SECOND, () => claimsHaveClass(run, namespace));
    await run.kubectl.run(['--namespace', namespace, 'delete', 'pod', '--all']);
    await rolledOut(run.kubectl, namespace, app);
    await steady(run, app, 'storage on again');
  });
}

async function whyPending(run: Run, app: AppUnderTest): Promise<string> {
  const { identities } = await run.api.app(refOf(run, app));
  const claim = identities[0].volumes.find(
    ({ name }) => name === app.data.name,
  )?.claim;
  if (claim?.phase !== 'Pending' || !claim.why) {
    throw new Error(
      `phase ${claim?.phase ?? 'none'}, reason ${claim?.why ?? 'none'}`,
    );
  }
  return claim.why;
}

async function claimsHaveClass(run: Run, namespace: string): Promise<void> {
  const claims = await run.kubectl.get([
    '--namespace',
    namespace,
    'persistentvolumeclaims',
  ]);
  if (claims.some(({ spec }) => !spec.storageClassName)) {
    throw new Error('The claims get no storage class.');
  }
}
