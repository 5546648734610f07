import { GatewayError } from '@stateful-apps/backstage-plugin-node';

/** The whole body, decoded, if it has at most `maxBytes`; else throws `too-large` and lets go of it. */
export async function readBytes(
  response: Response,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
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
