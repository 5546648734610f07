import { apiErrors } from '../../machinery/apiErrors';
import { ApiError } from '../../types';
import { decodeMessage } from './decodeMessage';
import { MESSAGE_SCHEMAS } from './messageSchemas';
import { MessageSchema } from './MessageSchema';
import { readFields } from './readFields';

/** The media type of Kubernetes' protobuf. @public */
export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** What every body begins with. */
const MAGIC = Buffer.from('k8s\0');
const TYPE_META: MessageSchema = {
  1: ['apiVersion', 'string'],
  2: ['kind', 'string'],
};

/**
 * An object out of a body in Kubernetes' protobuf. Throws 415 for kinds that
 * this server takes in JSON and YAML only, 400 for what cannot be read.
 *
 * @public
 */
export function decodeProtobuf(body: Buffer): unknown {
  try {
    if (!body.subarray(0, MAGIC.length).equals(MAGIC)) {
      throw new RangeError('it does not begin as one');
    }
    let type: { apiVersion?: unknown; kind?: unknown } = {};
    let raw: Buffer | undefined;
    for (const { number, value } of readFields(body.subarray(MAGIC.length))) {
      if (typeof value === 'number') continue;
      if (number === 1) type = decodeMessage(value, TYPE_META);
      if (number === 2) raw = value;
    }
    const schema = MESSAGE_SCHEMAS.get(String(type.kind));
    if (!schema) {
      throw new ApiError(
        415,
        'UnsupportedMediaType',
        `${type.kind} is not accepted as ${PROTOBUF} here - accepted media types include: application/json, application/yaml`,
      );
    }
    if (!raw) throw new RangeError('it holds no object');
    return { ...type, ...decodeMessage(raw, schema) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw apiErrors.badRequest(
      `the body is no Kubernetes protobuf: ${error.message}`,
    );
  }
}
