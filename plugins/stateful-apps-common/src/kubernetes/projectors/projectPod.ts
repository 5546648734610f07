import { PodFacts } from '../../model';
import {
  asCount,
  asInstant,
  asInteger,
  asName,
  asRecord,
  asText,
} from '../../raw';
import { projectContainers } from './projectContainers';
import { projectLabels } from './projectLabels';
import { projectMeta } from './projectMeta';
import { projectMounts } from './projectMounts';
import { projectOwner } from './projectOwner';
import { projectPodConditions } from './projectPodConditions';
import { projectVolumes } from './projectVolumes';

const PHASES = ['Pending', 'Running', 'Succeeded', 'Failed'] as const;
const ORDINAL = /^\d{1,10}$/;

function readOrdinal(
  labels: Record<string, string>,
  name: string,
): number | undefined {
  const label = labels['apps.kubernetes.io/pod-index'];
  if (label !== undefined && ORDINAL.test(label)) return Number(label);
  const ending = name.slice(name.lastIndexOf('-') + 1);
  return name.includes('-') && ORDINAL.test(ending)
    ? Number(ending)
    : undefined;
}

function addPlacement(facts: PodFacts, spec: Record<string, unknown>) {
  const nodeName = asName(spec.nodeName, 253);
  if (nodeName) facts.nodeName = nodeName;
  const hostname = asName(spec.hostname, 63);
  if (hostname) facts.hostname = hostname;
  const subdomain = asName(spec.subdomain, 63);
  if (subdomain) facts.subdomain = subdomain;
}

function addStatus(facts: PodFacts, status: Record<string, unknown>) {
  facts.phase = PHASES.find(phase => phase === status.phase) ?? 'Unknown';
  const reason = asText(status.reason, 128);
  if (reason) facts.reason = reason;
  const message = asText(status.message, 256);
  if (message) facts.message = message;
  const podIP = asName(status.podIP, 45);
  if (podIP) facts.podIP = podIP;
  const startTime = asInstant(status.startTime);
  if (startTime) facts.startTime = startTime;
}

/** Projects a Pod. @internal */
export function projectPod(raw: unknown): PodFacts | undefined {
  const meta = projectMeta(raw, true);
  if (!meta) return undefined;
  const spec = asRecord(meta.object.spec);
  const status = asRecord(meta.object.status);
  const labels = projectLabels(meta.metadata.labels);
  const facts: PodFacts = {
    ...meta.facts,
    labels,
    phase: 'Unknown',
    conditions: projectPodConditions(status),
    containers: projectContainers(spec, status),
    volumes: projectVolumes(spec?.volumes, meta.facts.name),
    mounts: projectMounts(spec),
  };
  const owner = projectOwner(meta.metadata);
  if (owner) facts.owner = owner;
  const revision = labels['controller-revision-hash'];
  if (revision) facts.revision = revision;
  const ordinal = readOrdinal(labels, facts.name);
  if (ordinal !== undefined) facts.ordinal = ordinal;
  const grace = asInteger(meta.metadata.deletionGracePeriodSeconds);
  if (grace !== undefined) {
    facts.deletionGracePeriodSeconds = asCount(grace);
  }
  if (spec) addPlacement(facts, spec);
  if (status) addStatus(facts, status);
  return facts;
}
