import { VolumeAttachmentFacts } from '../../model';
import { asName, asRecord, asText } from '../../raw';
import { projectMeta } from './projectMeta';

/** Projects a VolumeAttachment. @internal */
export function projectVolumeAttachment(
  raw: unknown,
): VolumeAttachmentFacts | undefined {
  const meta = projectMeta(raw, false);
  const spec = asRecord(meta?.object.spec);
  const nodeName = asName(spec?.nodeName, 253);
  if (!meta || !nodeName) return undefined;
  const status = asRecord(meta.object.status);
  const facts: VolumeAttachmentFacts = {
    ...meta.facts,
    nodeName,
    attached: status?.attached === true,
  };
  const volume = asName(asRecord(spec?.source)?.persistentVolumeName, 253);
  if (volume) facts.persistentVolumeName = volume;
  const error =
    asText(asRecord(status?.attachError)?.message, 256) ??
    asText(asRecord(status?.detachError)?.message, 256);
  if (error) facts.error = error;
  return facts;
}
