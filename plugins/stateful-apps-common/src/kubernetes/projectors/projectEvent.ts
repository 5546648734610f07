import { EventFacts } from '../../model';
import { asCount, asInstant, asName, asRecord, asText } from '../../raw';
import { projectMeta } from './projectMeta';

const MESSAGE_LENGTH = 1024;

/** Projects a core/v1 Event, of the old form (`count`) or the new one (`series`). @internal */
export function projectEvent(raw: unknown): EventFacts | undefined {
  const meta = projectMeta(raw, true);
  const involved = asRecord(meta?.object.involvedObject);
  const kind = asName(involved?.kind, 63);
  const name = asName(involved?.name, 253);
  if (!meta || !kind || !name) return undefined;
  const { object } = meta;
  const uid = asName(involved?.uid, 128);
  const series = asRecord(object.series);
  const facts: EventFacts = {
    ...meta.facts,
    involved: { kind, name, ...(uid && { uid }) },
    type: asText(object.type, 63) ?? 'Normal',
    reason: asText(object.reason, 128) ?? '',
    message: asText(object.message, MESSAGE_LENGTH) ?? '',
    count: asCount(series?.count, asCount(object.count, 1)),
  };
  const eventTime = asInstant(object.eventTime);
  const first = asInstant(object.firstTimestamp) ?? eventTime;
  if (first) facts.firstTimestamp = first;
  const last =
    asInstant(series?.lastObservedTime) ??
    asInstant(object.lastTimestamp) ??
    first;
  if (last) facts.lastTimestamp = last;
  return facts;
}
