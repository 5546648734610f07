import { StatefulSetFacts } from '../../model';
import {
  asCount,
  asInteger,
  asList,
  asName,
  asRecord,
  asTextMap,
} from '../../raw';
import { detectApp } from '../detect';
import { projectClaimTemplate } from './projectClaimTemplate';
import { projectLabels } from './projectLabels';
import { projectMeta } from './projectMeta';
import { projectMounts } from './projectMounts';
import { projectSelector } from './projectSelector';
import { projectVolumes } from './projectVolumes';

const ANNOTATION_PREFIXES = [
  'stateful-apps.io/',
  'argocd.argoproj.io/',
  'kustomize.toolkit.fluxcd.io/',
  'helm.toolkit.fluxcd.io/',
  'meta.helm.sh/',
];

function projectStatus(value: unknown): StatefulSetFacts['status'] {
  const status = asRecord(value);
  const facts: StatefulSetFacts['status'] = {
    replicas: asCount(status?.replicas),
    readyReplicas: asCount(status?.readyReplicas),
    currentReplicas: asCount(status?.currentReplicas),
    updatedReplicas: asCount(status?.updatedReplicas),
  };
  const observed = asInteger(status?.observedGeneration);
  if (observed !== undefined) facts.observedGeneration = observed;
  const current = asName(status?.currentRevision, 253);
  if (current) facts.currentRevision = current;
  const update = asName(status?.updateRevision, 253);
  if (update) facts.updateRevision = update;
  return facts;
}

function projectRetention(value: unknown): StatefulSetFacts['claimRetention'] {
  const policy = asRecord(value);
  return {
    whenDeleted: policy?.whenDeleted === 'Delete' ? 'Delete' : 'Retain',
    whenScaled: policy?.whenScaled === 'Delete' ? 'Delete' : 'Retain',
  };
}

/** Projects a StatefulSet; one without a spec or a selector is unusable. @internal */
export function projectStatefulSet(raw: unknown): StatefulSetFacts | undefined {
  const meta = projectMeta(raw, true);
  const spec = asRecord(meta?.object.spec);
  const selector = projectSelector(spec?.selector);
  if (!meta || !spec || !selector) return undefined;
  const template = asRecord(spec.template);
  const podSpec = asRecord(template?.spec);
  const updateStrategy = asRecord(spec.updateStrategy);
  return {
    ...meta.facts,
    generation: asCount(meta.metadata.generation),
    labels: projectLabels(meta.metadata.labels),
    annotations: asTextMap(meta.metadata.annotations, {
      entries: 32,
      valueLength: 512,
      accept: key => ANNOTATION_PREFIXES.some(prefix => key.startsWith(prefix)),
    }),
    replicas: asCount(spec.replicas, 1),
    startOrdinal: asCount(asRecord(spec.ordinals)?.start),
    serviceName: asName(spec.serviceName, 253) ?? '',
    podManagementPolicy:
      spec.podManagementPolicy === 'Parallel' ? 'Parallel' : 'OrderedReady',
    updateStrategy:
      updateStrategy?.type === 'OnDelete' ? 'OnDelete' : 'RollingUpdate',
    partition: asCount(asRecord(updateStrategy?.rollingUpdate)?.partition),
    minReadySeconds: asCount(spec.minReadySeconds),
    ...selector,
    templateLabels: projectLabels(asRecord(template?.metadata)?.labels),
    claimTemplates: asList(spec.volumeClaimTemplates, 32).flatMap(
      item => projectClaimTemplate(item) ?? [],
    ),
    claimRetention: projectRetention(spec.persistentVolumeClaimRetentionPolicy),
    templateVolumes: projectVolumes(podSpec?.volumes),
    templateMounts: projectMounts(podSpec),
    terminationGracePeriodSeconds: asCount(
      podSpec?.terminationGracePeriodSeconds,
      30,
    ),
    app: detectApp(template),
    status: projectStatus(meta.object.status),
  };
}
