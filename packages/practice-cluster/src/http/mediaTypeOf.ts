import { IncomingMessage } from 'node:http';

/** The `Content-Type` of a body, without parameters. @public */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';')[0].trim();
}
