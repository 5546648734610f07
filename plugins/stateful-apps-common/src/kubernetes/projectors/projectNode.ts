import { NodeFacts } from '../../model';
import { asInstant, asList, asName, asRecord } from '../../raw';
import { projectMeta } from './projectMeta';

const READY_STATES = ['True', 'False', 'Unknown'] as const;

function projectTaints(value: unknown): NodeFacts['taints'] {
  const taints: NodeFacts['taints'] = [];
  for (const item of asList(value, 32)) {
    const taint = asRecord(item);
    const key = asName(taint?.key, 317);
    const effect = asName(taint?.effect, 63);
    if (!key || !effect) continue;
    const text = asName(taint?.value, 63);
    taints.push({ key, ...(text && { value: text }), effect });
  }
  return taints;
}

/** Projects a Node. @internal */
export function projectNode(raw: unknown): NodeFacts | undefined {
  const meta = projectMeta(raw, false);
  if (!meta) return undefined;
  const spec = asRecord(meta.object.spec);
  const labels = asRecord(meta.metadata.labels);
  const ready = asList(asRecord(meta.object.status)?.conditions, 64)
    .map(asRecord)
    .find(condition => condition?.type === 'Ready');
  const facts: NodeFacts = {
    ...meta.facts,
    ready: READY_STATES.find(state => state === ready?.status) ?? 'Unknown',
    unschedulable: spec?.unschedulable === true,
    taints: projectTaints(spec?.taints),
  };
  const hostname = asName(labels?.['kubernetes.io/hostname'], 63);
  if (hostname) facts.hostname = hostname;
  const zone =
    asName(labels?.['topology.kubernetes.io/zone'], 63) ??
    asName(labels?.['failure-domain.beta.kubernetes.io/zone'], 63);
  if (zone) facts.zone = zone;
  const since = asInstant(ready?.lastTransitionTime);
  if (since) facts.readySince = since;
  return facts;
}
