import { AppUnderTest } from '../AppUnderTest';
import { Comparison } from '../compare/Row';
import { namespaceOf, refOf, Run } from '../Run';

/** What the API says about DNS names, against what a container of the app resolves. */
export async function compareNames(
  run: Run,
  app: AppUnderTest,
): Promise<Comparison> {
  const { identities } = await run.api.app(refOf(run, app));
  const asked = identities.find(identity => identity.pod?.ready);
  if (!asked) throw new Error('No pod of the app is ready to ask for names.');
  const inPod = (command: string[]) =>
    run.kubectl.exec(namespaceOf(run, app), asked.name, command);
  const { stdout: settings } = await inPod(['cat', '/etc/resolv.conf']);
  const domain = settings.match(/\ssvc\.(\S+)/)?.[1];
  const total: Comparison = { fields: 0, differences: [] };
  for (const { name, dns, pod } of identities) {
    const answer = await inPod(['nslookup', `${dns.name}.${domain}`]);
    const resolves =
      answer.code === 0 && answer.stdout.includes(pod?.ip ?? 'no address');
    total.fields += 1;
    if ((dns.resolvable === 'yes') !== resolves) {
      total.differences.push(
        `${name} ${dns.name}: ours resolvable=${dns.resolvable} ${
          dns.why ?? ''
        }, nslookup ${resolves ? 'finds its pod' : 'does not find its pod'}`,
      );
    }
  }
  return total;
}
