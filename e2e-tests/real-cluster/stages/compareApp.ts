import { AppUnderTest } from '../AppUnderTest';
import { compareConsul } from '../compare/compareConsul';
import { compareIndexes } from '../compare/compareIndexes';
import { compareKubernetes } from '../compare/compareKubernetes';
import { compareWeb } from '../compare/compareWeb';
import { add, Comparison } from '../compare/Row';
import { namespaceOf, refOf, Run } from '../Run';
import { Final } from '../settle';
import {
  KubernetesTruth,
  readKubernetes,
  sameInstant,
} from '../truth/KubernetesTruth';
import { ConsulTruth } from '../truth/ConsulTruth';
import { readConsul } from '../truth/readConsul';

/** Consul's servers, in the order in which they are asked. */
const SERVERS = ['consul-0', 'consul-1', 'consul-2'];

/** One comparison of the set, its pods and volumes. `holds` tells whether the situation that is tested still stands. */
export async function compareObjects(
  run: Run,
  app: AppUnderTest,
  holds: (truth: KubernetesTruth) => boolean = () => true,
): Promise<Comparison> {
  const namespace = namespaceOf(run, app);
  const before = await readKubernetes(run.kubectl, namespace, app.statefulSet);
  if (!holds(before)) {
    throw new Final(
      new Error('The situation was over before both sides agreed on it.'),
    );
  }
  const view = await run.api.app(refOf(run, app));
  const after = await readKubernetes(run.kubectl, namespace, app.statefulSet);
  if (!sameInstant(before, after)) {
    throw new Error('The objects changed while they were compared.');
  }
  return compareKubernetes(app, view, before);
}

/** Comparisons of Consul's members and quorum; the log's indexes are held against the first reading. */
export function memberComparison(
  run: Run,
  app: AppUnderTest,
): () => Promise<Comparison> {
  const readTruth = () =>
    readConsul(run.kubectl, namespaceOf(run, app), SERVERS);
  let first: ConsulTruth | undefined;
  return async () => {
    const before = await readTruth();
    first ??= before;
    const view = await run.api.app(refOf(run, app));
    const after = await readTruth();
    return add(compareConsul(view, before), compareIndexes(view, first, after));
  };
}

/** One comparison of what each web server serves. */
export async function comparePages(
  run: Run,
  app: AppUnderTest,
): Promise<Comparison> {
  const view = await run.api.app(refOf(run, app));
  const total: Comparison = { fields: 0, differences: [] };
  for (const identity of view.identities) {
    const html = await run.kubectl.exec(namespaceOf(run, app), identity.name, [
      'cat',
      `${app.data.mountPath}/index.html`,
    ]);
    add(total, compareWeb(identity, html.stdout));
  }
  return total;
}
