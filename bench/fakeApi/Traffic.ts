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
  /** Watches that are open now. */
  openWatches: number;
}

/** Counts requests by their sort and bytes by socket. */
export class Traffic {
  openWatches = 0;
  private readonly sockets = new Set<Socket>();
  private requests = { list: 0, watch: 0, proxy: 0, other: 0 };
  private closedBytes = 0;
  private bytesAtReset = 0;

  observe(server: Server): void {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.on('close', () => {
        this.sockets.delete(socket);
        this.closedBytes += socket.bytesWritten;
      });
    });
  }

  count(sort: keyof typeof this.requests): void {
    this.requests[sort] += 1;
  }

  reset(): void {
    this.requests = { list: 0, watch: 0, proxy: 0, other: 0 };
    this.bytesAtReset = this.bytes;
  }

  get counts(): TrafficCounts {
    return {
      ...this.requests,
      bytes: this.bytes - this.bytesAtReset,
      openWatches: this.openWatches,
    };
  }

  private get bytes(): number {
    let bytes = this.closedBytes;
    for (const socket of this.sockets) bytes += socket.bytesWritten;
    return bytes;
  }
}
