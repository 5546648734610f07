import { readFileSync } from 'node:fs';
import {
  AppInputs,
  CONSUL_ENDPOINTS,
  ConsulOperation,
  ConsulProbe,
  FactsByResource,
  MemberProbe,
  parseConsulAnswer,
  projectObject,
  ResourceName,
  RESOURCE_NAMES,
} from '@stateful-apps/backstage-plugin-common';
import { Recorded, RECORDED_FILE } from '../fakeApi/Recorded';

/** What the assessment of the recorded app is given, all three servers healthy. */
export function recordedInputs(now: string): AppInputs {
  const recorded: Recorded = JSON.parse(readFileSync(RECORDED_FILE, 'utf8'));
  const facts = <R extends ResourceName>(resource: R): FactsByResource[R][] =>
    (recorded.perApp[resource] ?? recorded.perCluster[resource] ?? []).flatMap(
      object => projectObject(resource, object) ?? [],
    );
  const pods = facts('pods');
  const probes = new Map<string, MemberProbe>(
    pods.map(({ uid, name }) => [
      uid,
      probeOf(uid, recorded.answers[name], now),
    ]),
  );
  const [statefulSet] = facts('statefulsets');
  const [service] = facts('services');
  return {
    ref: { cluster: 'bench', namespace: 'app-00000', name: 'consul' },
    now,
    statefulSet,
    pods,
    claims: facts('persistentvolumeclaims'),
    persistentVolumes: facts('persistentvolumes'),
    nodes: facts('nodes'),
    storageClasses: facts('storageclasses'),
    volumeAttachments: [],
    controllerRevisions: facts('controllerrevisions'),
    disruptionBudgets: facts('poddisruptionbudgets'),
    service,
    endpointSlices: facts('endpointslices'),
    events: facts('events'),
    freshness: RESOURCE_NAMES.map(resource => ({
      resource,
      state: 'live',
      since: now,
    })),
    probes,
    usage: [],
    usageUnknown: 'Kubelets are not asked.',
    history: [],
    entityRefs: [],
  };
}

function probeOf(
  podUid: string,
  answers: Record<string, string>,
  at: string,
): ConsulProbe {
  const probe: ConsulProbe = { kind: 'consul', podUid, at, errors: [] };
  for (const [operation, endpoint] of Object.entries(CONSUL_ENDPOINTS)) {
    const answer = answers[endpoint];
    if (answer === undefined) continue;
    const { facts } = parseConsulAnswer(
      operation as ConsulOperation,
      200,
      Buffer.from(answer),
    );
    Object.assign(probe, facts);
  }
  return probe;
}
