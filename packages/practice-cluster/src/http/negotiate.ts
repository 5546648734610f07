import { IncomingMessage } from 'node:http';
import { ApiError } from '../types';
import { mediaTypes } from './mediaTypes';

/** How an answer is to be written. @public */
export interface Representation {
  format: 'json' | 'yaml';
  as: 'object' | 'Table' | 'PartialObjectMetadata';
}

const FORMATS = new Map<string, 'json' | 'yaml'>([
  ['application/json', 'json'],
  ['application/*', 'json'],
  ['*/*', 'json'],
  ['application/yaml', 'yaml'],
]);
const TRANSFORMS = new Map<string | undefined, Representation['as']>([
  [undefined, 'object'],
  ['Table', 'Table'],
  ['PartialObjectMetadata', 'PartialObjectMetadata'],
  ['PartialObjectMetadataList', 'PartialObjectMetadata'],
]);

/**
 * The first representation of the `Accept` header that this server can write.
 * Throws 406.
 *
 * @public
 */
export function negotiate(request: IncomingMessage): Representation {
  for (const { type, parameters } of mediaTypes(request)) {
    const format = FORMATS.get(type);
    const as = TRANSFORMS.get(parameters.get('as'));
    const isMeta =
      parameters.get('as') === undefined ||
      (parameters.get('g') === 'meta.k8s.io' && parameters.get('v') === 'v1');
    if (format && as && isMeta) return { format, as };
  }
  throw new ApiError(
    406,
    'NotAcceptable',
    '406: Not Acceptable\n\nAvailable representations: application/json, application/yaml',
  );
}
