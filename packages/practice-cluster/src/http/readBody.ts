import { IncomingMessage } from 'node:http';
import { ApiError } from '../types';

/** Kubernetes' limit for bodies of resources. */
const MAX_RESOURCE_BYTES = 3 * 1024 * 1024;

/** The whole body. Throws 413 above `maxBytes`. @public */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number = MAX_RESOURCE_BYTES,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new ApiError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${maxBytes}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
