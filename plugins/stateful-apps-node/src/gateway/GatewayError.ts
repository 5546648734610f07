/**
 * What kept the gateway from answering.
 *
 * - `unauthorized`: the API server rejects the credential (401).
 * - `forbidden`: the credential lacks a right (403).
 * - `not-found`: no such cluster, object or pod (404).
 * - `gone`: the resource version is too old (410).
 * - `throttled`: 429; `retryAfterMs` tells when to come back.
 * - `timeout`, `too-large`: limits of the request.
 * - `unreachable`: no connection to the API server, or it broke.
 * - `gateway-missing`: the gateway module is not installed or not reachable.
 * - `unreadable`: the cluster has no credential of the server's own.
 * - `server-error`: 5xx of the API server.
 * - `malformed`: an answer that cannot be read.
 *
 * @public
 */
export type GatewayErrorReason =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'throttled'
  | 'timeout'
  | 'too-large'
  | 'unreachable'
  | 'gateway-missing'
  | 'unreadable'
  | 'server-error'
  | 'malformed';

/** @public */
export class GatewayError extends Error {
  readonly reason: GatewayErrorReason;
  /** HTTP status of the API server, where there was one. */
  readonly status?: number;
  readonly retryAfterMs?: number;

  constructor(
    reason: GatewayErrorReason,
    message: string,
    options?: { status?: number; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, { cause: options?.cause });
    this.name = 'GatewayError';
    this.reason = reason;
    this.status = options?.status;
    this.retryAfterMs = options?.retryAfterMs;
  }
}
