import { GatewayError } from '@stateful-apps/backstage-plugin-node';
import { Readable } from 'node:stream';

/** The whole body, if it has at most `maxBytes`; else throws `too-large` and closes the stream. */
export async function readBody(
  stream: Readable,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new GatewayError(
        'too-large',
        `The answer has more than ${maxBytes} bytes.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
