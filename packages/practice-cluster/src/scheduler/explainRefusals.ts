import { NodeRefusal } from './filterNode';

/** The scheduler's sentence on a pod that fits nowhere. @public */
export function explainRefusals(refusals: readonly NodeRefusal[]): string {
  const total = refusals.length;
  const resolvable = refusals.filter(refusal => refusal.resolvable).length;
  const preemption = tally([
    ...Array<string>(total - resolvable).fill(
      'Preemption is not helpful for scheduling',
    ),
    ...Array<string>(resolvable).fill(
      'No preemption victims found for incoming pod',
    ),
  ]);
  const reasons = tally(refusals.map(({ reason }) => reason));
  return `0/${total} nodes are available: ${reasons}. no new claims to deallocate, preemption: 0/${total} nodes are available: ${preemption}.`;
}

function tally(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .sort()
    .join(', ');
}
