import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { apiErrors } from '../machinery/apiErrors';
import { ApiError } from '../types';
import { mediaTypeOf } from './mediaTypeOf';
import { decodeProtobuf, PROTOBUF } from './protobuf/decodeProtobuf';
import { readBody } from './readBody';

/** A body of JSON, YAML or Kubernetes' protobuf. Throws 400 and 415 in the API's words. @public */
export async function readObject(
  request: IncomingMessage,
  kind: string,
): Promise<unknown> {
  const body = await readBody(request);
  const type = mediaTypeOf(request) || 'application/json';
  if (type === PROTOBUF) return decodeProtobuf(body);
  if (!['application/json', 'application/yaml'].includes(type)) {
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml',
    );
  }
  try {
    return type === 'application/json'
      ? JSON.parse(body.toString())
      : parse(body.toString(), { maxAliasCount: 100 });
  } catch (error) {
    throw apiErrors.badRequest(
      `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; ${
        type === 'application/json' ? 'json' : 'yaml'
      } parse error: ${(error as Error).message}`,
    );
  }
}
