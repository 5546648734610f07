import { AppUnderTest } from '../AppUnderTest';
import { namespaceOf, Run } from '../Run';
import { eventually } from '../settle';
import { readConsul } from '../truth/readConsul';
import { rolledOut } from './applyApps';

const SERVERS = ['consul-0', 'consul-1', 'consul-2'];
const SECOND = 1000;

/** Waits until every server counts three voters alive: about a minute after a forced delete. */
export async function consulWhole(
  run: Run,
  app: AppUnderTest,
  withinMs = 150 * SECOND,
): Promise<void> {
  await eventually(withinMs, async () => {
    const { members, peers } = await readConsul(
      run.kubectl,
      namespaceOf(run, app),
      SERVERS,
    );
    const alive = members.filter(
      ({ role, statuses }) =>
        role === 'server' && statuses.every(status => status === 'alive'),
    );
    const voters = peers.filter(({ voter }) => voter);
    if (alive.length !== 3 || voters.length !== 3) {
      throw new Error('Consul has not taken all servers in.');
    }
  });
}

/** Before something is taken from a cluster it must be whole; one that the last failure broke for good is made anew. */
export async function makeWhole(run: Run, app: AppUnderTest): Promise<void> {
  try {
    await consulWhole(run, app, 60 * SECOND);
  } catch {
    const namespace = namespaceOf(run, app);
    run.report.say(`${app.title} does not become whole again: made anew`);
    const all = ['delete', 'pod', '--selector=app=consul', '--force'];
    await run.kubectl.run(['--namespace', namespace, ...all]);
    await rolledOut(run.kubectl, namespace, app);
    await consulWhole(run, app);
  }
}
