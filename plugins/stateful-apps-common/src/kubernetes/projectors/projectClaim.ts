import { ClaimFacts } from '../../model';
import { asName, asRecord } from '../../raw';
import { projectBytes } from './projectBytes';
import { projectLabels } from './projectLabels';
import { projectMeta } from './projectMeta';
import { projectNames } from './projectNames';
import { projectOwner } from './projectOwner';

const PHASES = ['Pending', 'Bound', 'Lost'] as const;

/** Projects a PersistentVolumeClaim. @internal */
export function projectClaim(raw: unknown): ClaimFacts | undefined {
  const meta = projectMeta(raw, true);
  if (!meta) return undefined;
  const spec = asRecord(meta.object.spec);
  const status = asRecord(meta.object.status);
  const facts: ClaimFacts = {
    ...meta.facts,
    labels: projectLabels(meta.metadata.labels),
    phase: PHASES.find(phase => phase === status?.phase) ?? 'Unknown',
    accessModes: projectNames(spec?.accessModes, { entries: 8, length: 32 }),
  };
  const owner = projectOwner(meta.metadata);
  if (owner) facts.owner = owner;
  const storageClassName = asName(spec?.storageClassName, 253);
  if (storageClassName) facts.storageClassName = storageClassName;
  const volumeName = asName(spec?.volumeName, 253);
  if (volumeName) facts.volumeName = volumeName;
  const requested = projectBytes(asRecord(spec?.resources)?.requests);
  if (requested !== undefined) facts.requestedBytes = requested;
  const actual = projectBytes(status?.capacity);
  if (actual !== undefined) facts.actualBytes = actual;
  return facts;
}
