import { KubeObject } from '../../types';
import { ageOf, ageSince, columns, orNone } from './columns';
import { podStatus } from './podStatus';
import { TableDefinition } from './TableDefinition';

/** @public */
export const POD_TABLE: TableDefinition = {
  columns: columns(
    ['Ready', 'Status', 'Restarts', 'Age'],
    ['IP', 'Node', 'Nominated Node', 'Readiness Gates'],
  ),
  cells(pod, now) {
    const statuses: any[] = pod.status?.containerStatuses ?? [];
    const ready = statuses.filter(
      container => container.ready && container.state?.running,
    ).length;
    return [
      pod.metadata.name,
      `${ready}/${(pod.spec?.containers ?? []).length}`,
      podStatus(pod),
      restarts(statuses, now),
      ageOf(pod, now),
      orNone(pod.status?.podIP),
      orNone(pod.spec?.nodeName),
      orNone(pod.status?.nominatedNodeName),
      readinessGates(pod),
    ];
  },
};

function restarts(statuses: any[], now: number): string {
  const count = statuses.reduce(
    (sum, container) => sum + (container.restartCount ?? 0),
    0,
  );
  const last = statuses
    .map(container => container.lastState?.terminated?.finishedAt)
    .filter(time => time !== undefined)
    .sort()
    .at(-1);
  return count > 0 && last
    ? `${count} (${ageSince(last, now)} ago)`
    : String(count);
}

function readinessGates(pod: KubeObject): string {
  const gates: any[] = pod.spec?.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  const met = gates.filter(gate =>
    (pod.status?.conditions ?? []).some(
      (condition: any) =>
        condition.type === gate.conditionType && condition.status === 'True',
    ),
  );
  return `${met.length}/${gates.length}`;
}
