import { AppUnderTest } from '../AppUnderTest';
import { Comparison } from '../compare/Row';
import { namespaceOf, refOf, Run } from '../Run';

/** What the API says about DNS names, against what a container of the app resolves. */
export async function compareNames(
  run: Run,
  app: AppUnderTest,
): Promise<Comparison> {
  const view = await run.api.app(refOf(run, app));
  const asked = view.identities.find(identity => identity.pod?.ready);
  if (!asked) throw new Error('No pod of the app is ready to ask for names.');
  const total: Comparison = { fields: 0, differences: [] };
  for (const { name, dns, pod } of view.identities) {
    const answer = await run.kubectl.exec(namespaceOf(run, app), asked.name, [
      'nslookup',
      dns.name,
    ]);
    const found = answer.code === 0 && answer.stdout.includes(pod?.ip ?? '');
    total.fields += 1;
    if (dns.resolvable === 'unknown') continue;
    if ((dns.resolvable === 'yes') !== found) {
      total.differences.push(
        `${name} ${dns.name}: ours resolvable=${dns.resolvable}${
          dns.why ? ` (${dns.why})` : ''
        }, nslookup ${
          found ? 'finds it' : `says ${answer.stderr || answer.stdout}`
        }`,
      );
    }
  }
  return total;
}
