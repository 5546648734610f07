import { ProxyRequest, ProxyResponse } from '../types';

/** Answers HTTP requests that arrive at a port. @public */
export type HttpHandler = (
  request: ProxyRequest,
  respond: (response: ProxyResponse) => void,
) => void;

/**
 * What comes of a connection: somebody listens, the address refuses, or
 * nothing answers at all (no such address, no power).
 *
 * @public
 */
export type Connection =
  | { kind: 'open'; listener: unknown }
  | { kind: 'refused' }
  | { kind: 'silent' };

/** The address of the API server and of people outside. @public */
export const OUTSIDE = 'outside';

/**
 * Pod addresses, and who listens on their ports.
 *
 * @public
 */
export class Network {
  private readonly nodeOf = new Map<string, string>();
  private readonly listeners = new Map<string, unknown>();

  /** Gives a pod's address a place. */
  attach(ip: string, nodeName: string): void {
    this.nodeOf.set(ip, nodeName);
  }

  detach(ip: string): void {
    this.nodeOf.delete(ip);
    for (const key of [...this.listeners.keys()]) {
      if (key.startsWith(`${ip}:`)) this.listeners.delete(key);
    }
  }

  isAttached(ip: string): boolean {
    return this.nodeOf.has(ip);
  }

  /** Undefined when the port is taken. */
  listen(
    ip: string,
    port: number,
    listener: unknown,
  ): (() => void) | undefined {
    const key = `${ip}:${port}`;
    if (this.listeners.has(key)) return undefined;
    this.listeners.set(key, listener);
    return () => {
      if (this.listeners.get(key) === listener) this.listeners.delete(key);
    };
  }

  /** A port that only the pod itself reaches, at 127.0.0.1. */
  listenLoopback(ip: string, port: number, listener: unknown) {
    return this.listen(`loopback of ${ip}`, port, listener);
  }

  /** Connects a pod to its own port: the loopback's first, then its address's. */
  connectLoopback(ip: string, port: number): Connection {
    for (const host of [`loopback of ${ip}`, ip]) {
      const listener = this.listeners.get(`${host}:${port}`);
      if (listener !== undefined) return { kind: 'open', listener };
    }
    return { kind: 'refused' };
  }

  connect(from: string, ip: string, port: number): Connection {
    if (!this.isReachable(from, ip)) return { kind: 'silent' };
    const key = `${ip}:${port}`;
    return this.listeners.has(key)
      ? { kind: 'open', listener: this.listeners.get(key) }
      : { kind: 'refused' };
  }

  isReachable(from: string, ip: string): boolean {
    if (!this.nodeOf.has(ip)) return false;
    return from === OUTSIDE || this.nodeOf.has(from);
  }
}
