import { ContainerFacts } from '../../model';
import {
  asCount,
  asInstant,
  asInteger,
  asList,
  asName,
  asRecord,
  asText,
} from '../../raw';

/**
 * Reasons whose message comes from the container's own output (its
 * termination log), which may hold anything, secrets too.
 */
const REASONS_WITH_OWN_WORDS = new Set(['Error', 'Completed', 'OOMKilled']);

const STATES = ['waiting', 'running', 'terminated'] as const;

function statusesByName(list: unknown): Map<string, Record<string, unknown>> {
  const statuses = new Map<string, Record<string, unknown>>();
  for (const item of asList(list, 64)) {
    const status = asRecord(item);
    const name = asName(status?.name, 63);
    if (status && name) statuses.set(name, status);
  }
  return statuses;
}

function addState(facts: ContainerFacts, status: Record<string, unknown>) {
  const states = asRecord(status.state);
  const state = STATES.find(name => asRecord(states?.[name]));
  if (!state) return;
  facts.state = state;
  const details = asRecord(states?.[state]);
  const reason = asText(details?.reason, 128);
  if (reason) facts.reason = reason;
  if (!reason || !REASONS_WITH_OWN_WORDS.has(reason)) {
    const message = asText(details?.message, 256);
    if (message) facts.message = message;
  }
  const exitCode = asInteger(details?.exitCode);
  if (exitCode !== undefined) facts.exitCode = exitCode;
  const startedAt = asInstant(details?.startedAt);
  if (startedAt) facts.startedAt = startedAt;
}

function addLastTermination(
  facts: ContainerFacts,
  status: Record<string, unknown>,
) {
  const last = asRecord(asRecord(status.lastState)?.terminated);
  if (!last) return;
  const reason = asText(last.reason, 128);
  const exitCode = asInteger(last.exitCode);
  const finishedAt = asInstant(last.finishedAt);
  facts.lastTermination = {
    ...(reason && { reason }),
    ...(exitCode !== undefined && { exitCode }),
    ...(finishedAt && { finishedAt }),
  };
}

function projectContainer(
  item: unknown,
  init: boolean,
  statuses: Map<string, Record<string, unknown>>,
): ContainerFacts | undefined {
  const container = asRecord(item);
  const name = asName(container?.name, 63);
  if (!container || !name) return undefined;
  const facts: ContainerFacts = {
    name,
    image: asText(container.image, 256) ?? '',
    init,
    ready: false,
    restartCount: 0,
    state: 'unknown',
  };
  const status = statuses.get(name);
  if (!status) return facts;
  const containerId = asName(status.containerID, 256);
  if (containerId) facts.containerId = containerId;
  facts.ready = status.ready === true;
  facts.restartCount = asCount(status.restartCount);
  addState(facts, status);
  addLastTermination(facts, status);
  return facts;
}

/** The containers of a pod with their states, init containers first. @internal */
export function projectContainers(
  spec: Record<string, unknown> | undefined,
  status: Record<string, unknown> | undefined,
): ContainerFacts[] {
  const containers: ContainerFacts[] = [];
  const initStatuses = statusesByName(status?.initContainerStatuses);
  for (const item of asList(spec?.initContainers, 64)) {
    const container = projectContainer(item, true, initStatuses);
    if (container) containers.push(container);
  }
  const statuses = statusesByName(status?.containerStatuses);
  for (const item of asList(spec?.containers, 64)) {
    const container = projectContainer(item, false, statuses);
    if (container) containers.push(container);
  }
  return containers;
}
