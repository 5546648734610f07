/**
 * Fields of a protobuf message by their numbers: name and type. A schema
 * stands for a message, a schema in brackets for repeated messages. `bytes`
 * become base64, as in the JSON of the API.
 *
 * @public
 */
export interface MessageSchema {
  [number: number]: [name: string, type: FieldType];
}

/** @public */
export type FieldType =
  | 'string'
  | 'boolean'
  | 'strings'
  | 'stringMap'
  | 'bytesMap'
  | MessageSchema
  | [MessageSchema];
