import { ClaimTemplateFacts } from '../../model';
import { asName, asRecord } from '../../raw';
import { projectBytes } from './projectBytes';
import { projectNames } from './projectNames';

/** Projects one entry of `.spec.volumeClaimTemplates`. @internal */
export function projectClaimTemplate(
  raw: unknown,
): ClaimTemplateFacts | undefined {
  const template = asRecord(raw);
  const name = asName(asRecord(template?.metadata)?.name, 253);
  if (!name) return undefined;
  const spec = asRecord(template?.spec);
  const facts: ClaimTemplateFacts = {
    name,
    accessModes: projectNames(spec?.accessModes, { entries: 8, length: 32 }),
  };
  const storageClassName = asName(spec?.storageClassName, 253);
  if (storageClassName) facts.storageClassName = storageClassName;
  const requested = projectBytes(asRecord(spec?.resources)?.requests);
  if (requested !== undefined) facts.requestedBytes = requested;
  return facts;
}
