import { ServerResponse } from 'node:http';
import { Server, Socket } from 'node:net';

/** What has been asked and sent since the last reset. */
export interface TrafficCounts {
  list: number;
  watch: number;
  /** Questions to members through pods/proxy. */
  proxy: number;
  other: number;
  /** Bytes sent, with headers, as they went over the wire. */
  bytes: number;
  /** Those of them that were members' answers. */
  proxyBytes: number;
  /** Watches that are open now. */
  openWatches: number;
  /** When the first request came, in milliseconds since the epoch. */
  firstAt?: number;
}

/** Counts requests by their sort and bytes by socket. */
export class Traffic {
  openWatches = 0;
  private readonly sockets = new Set<Socket>();
  private requests = { list: 0, watch: 0, proxy: 0, other: 0 };
  private closedBytes = 0;
  private bytesAtReset = 0;
  private proxyBytes = 0;
  private firstAt: number | undefined;

  observe(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => {
        this.sockets.delete(socket);
        this.closedBytes += socket.bytesWritten;
      });
    });
  }

  count(sort: 'list' | 'watch' | 'other'): void {
    this.requests[sort] += 1;
    this.firstAt ??= Date.now();
  }

  /** A member's answer: what its socket has sent until the answer has left is the answer's. */
  countAnswer(response: ServerResponse): void {
    this.requests.proxy += 1;
    this.firstAt ??= Date.now();
    const { socket } = response;
    if (!socket) return;
    const before = socket.bytesWritten;
    response.on('finish', () => {
      this.proxyBytes += socket.bytesWritten - before;
    });
  }

  reset(): void {
    this.proxyBytes = 0;
    this.firstAt = undefined;
    this.requests = { list: 0, watch: 0, proxy: 0, other: 0 };
    this.bytesAtReset = this.bytes;
  }

  get counts(): TrafficCounts {
    return {
      ...this.requests,
      bytes: this.bytes - this.bytesAtReset,
      proxyBytes: this.proxyBytes,
      openWatches: this.openWatches,
      firstAt: this.firstAt,
    };
  }

  private get bytes(): number {
    let bytes = this.closedBytes;
    for (const socket of this.sockets) bytes += socket.bytesWritten;
    return bytes;
  }
}
