import { Socket } from 'node:net';
import { RequestTarget } from './RequestTarget';

/**
 * What the API server has been asked and has sent.
 *
 * @public
 */
export class Counters {
  private readonly requests = new Map<string, number>();
  private readonly sockets = new Set<Socket>();
  private streams = 0;
  private bytesOfClosed = 0;
  private bytesBeforeReset = 0;

  static create(): Counters {
    return new Counters();
  }

  private constructor() {}

  /** Requests by `verb resource`, such as `list pods` or `get pods/proxy`; refused ones too. */
  get requestsByKind(): ReadonlyMap<string, number> {
    return this.requests;
  }

  get totalRequests(): number {
    return [...this.requests.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Watches and followed logs whose connection is open. */
  get openStreams(): number {
    return this.streams;
  }

  get openConnections(): number {
    return this.sockets.size;
  }

  /** Bytes written to all connections, headers included. */
  get bytesSent(): number {
    return this.allBytes() - this.bytesBeforeReset;
  }

  /** Counts from zero again; what is open stays counted. */
  reset(): void {
    this.requests.clear();
    this.bytesBeforeReset = this.allBytes();
  }

  /** @internal */
  countRequest(target: RequestTarget): void {
    const kind =
      target.type === 'path'
        ? `${target.verb} ${target.path}`
        : `${target.verb} ${target.resource}${
            target.subresource ? `/${target.subresource}` : ''
          }`;
    this.requests.set(kind, (this.requests.get(kind) ?? 0) + 1);
  }

  /** @internal */
  countConnection(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => {
      this.sockets.delete(socket);
      this.bytesOfClosed += socket.bytesWritten;
    });
  }

  /** @internal */
  countStream(change: 1 | -1): void {
    this.streams += change;
  }

  private allBytes(): number {
    let bytes = this.bytesOfClosed;
    for (const socket of this.sockets) bytes += socket.bytesWritten;
    return bytes;
  }
}
