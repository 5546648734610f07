import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** An answer with its size. */
export interface Answer {
  body: string;
  /** Bytes of the body as JSON, and as they went over the wire. */
  rawBytes: number;
  wireBytes: number;
}

/** What a browser does: one call with a token, compressed as the backend likes. */
export function call(
  base: string,
  token: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${base}${path}`,
      {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'accept-encoding': 'gzip',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const wire = Buffer.concat(chunks);
          const zipped = response.headers['content-encoding'] === 'gzip';
          const raw = zipped ? gunzipSync(wire) : wire;
          if (response.statusCode !== 200) {
            reject(
              new Error(
                `${path}: ${response.statusCode} ${raw
                  .toString()
                  .slice(0, 300)}`,
              ),
            );
            return;
          }
          resolve({
            body: raw.toString(),
            rawBytes: raw.length,
            wireBytes: wire.length,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
