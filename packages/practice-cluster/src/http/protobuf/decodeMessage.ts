import { FieldType, MessageSchema } from './MessageSchema';
import { readFields } from './readFields';

/**
 * A protobuf message as the JSON of the API has it. Fields that the schema
 * does not name, and empty strings, are left out.
 *
 * @public
 */
export function decodeMessage(
  message: Buffer,
  schema: MessageSchema,
): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const { number, value } of readFields(message)) {
    if (!Object.hasOwn(schema, number)) continue;
    const [name, type] = schema[number];
    const decoded = decodeField(value, type, fields.get(name));
    if (decoded !== '') fields.set(name, decoded);
  }
  return Object.fromEntries(fields);
}

function decodeField(
  value: number | Buffer,
  type: FieldType,
  before: unknown,
): unknown {
  if (type === 'boolean') {
    if (typeof value !== 'number') throw mismatch(type);
    return value !== 0;
  }
  if (typeof value === 'number') throw mismatch('bytes');
  if (type === 'string') return value.toString();
  if (type === 'strings') {
    return [...((before as string[]) ?? []), value.toString()];
  }
  if (type === 'stringMap' || type === 'bytesMap') {
    const entry = decodeEntry(value, type === 'bytesMap' ? 'base64' : 'utf8');
    return Object.fromEntries([...Object.entries(before ?? {}), entry]);
  }
  return Array.isArray(type)
    ? [...((before as object[]) ?? []), decodeMessage(value, type[0])]
    : decodeMessage(value, type);
}

function decodeEntry(
  message: Buffer,
  encoding: 'utf8' | 'base64',
): [key: string, value: string] {
  const parts = ['', ''];
  for (const { number, value } of readFields(message)) {
    if (typeof value === 'number') throw mismatch('bytes');
    parts[number - 1] = value.toString(number === 2 ? encoding : 'utf8');
  }
  return [parts[0], parts[1]];
}

function mismatch(wanted: string): RangeError {
  return new RangeError(`a field is not of type ${wanted}`);
}
