import { ApiError } from '../types';
import { RequestTarget, ResourceTarget } from './RequestTarget';

/**
 * A fault that requests meet: a delay, a refusal, or both.
 *
 * @public
 */
export interface RequestFault {
  /** Which requests; left out: all of them. */
  matches?: {
    verb?: string;
    resource?: string;
    namespace?: string;
    /** Left out: with and without subresource. */
    subresource?: string;
    /** User of the token. */
    user?: string;
  };
  /** Real milliseconds before the request is handled or refused. */
  delayMs?: number;
  /** HTTP status of the refusal; left out: the request is handled. */
  status?: number;
  /** Reason in the Status; left out: the usual one of the status. */
  reason?: string;
  message?: string;
  retryAfterSeconds?: number;
  /** The connection is cut instead of answered. */
  reset?: boolean;
  /** Number of requests after which the fault is over; left out: until it is taken back. */
  times?: number;
}

/** What an open watch lets faults do to it. @internal */
export interface WatchHandle {
  resource: string;
  write(line: string): void;
  fail(error: ApiError): void;
  setStalled(stalled: boolean): void;
}

const REASONS = new Map([
  [400, 'BadRequest'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'NotFound'],
  [409, 'Conflict'],
  [410, 'Expired'],
  [429, 'TooManyRequests'],
  [500, 'InternalError'],
  [503, 'ServiceUnavailable'],
  [504, 'Timeout'],
]);
const MESSAGES = new Map([
  [401, 'Unauthorized'],
  [410, 'too old resource version'],
  [
    429,
    'the server has received too many requests and has asked us to try again later',
  ],
  [503, 'the server is currently unable to handle the request'],
  [504, 'Timeout: request did not complete within the allotted timeout'],
]);

/**
 * Faults on demand. They are reached from inside the process only.
 *
 * @public
 */
export class Faults {
  private readonly requestFaults = new Set<RequestFault>();
  private readonly watches = new Set<WatchHandle>();
  private stalled = false;

  static create(hooks: {
    dropConnections(): void;
    forgetHistory(): void;
  }): Faults {
    return new Faults(hooks);
  }

  private constructor(
    private readonly hooks: {
      dropConnections(): void;
      forgetHistory(): void;
    },
  ) {}

  /** From now on requests meet this fault. The answer takes it back. */
  onRequests(fault: RequestFault): () => void {
    const copy = { ...fault };
    this.requestFaults.add(copy);
    return () => this.requestFaults.delete(copy);
  }

  /** Cuts every open connection. New ones are accepted. */
  dropConnections(): void {
    this.hooks.dropConnections();
  }

  /** Watches stay open and say nothing, not even bookmarks. The answer ends it; what was held back is sent then. */
  stallWatches(): () => void {
    this.setStalled(true);
    return () => this.setStalled(false);
  }

  /** Forgets all past changes, so that watches from before now meet 410 Gone. */
  forgetHistory(): void {
    this.hooks.forgetHistory();
  }

  /** Ends the open watches of a resource, or of all, with an ERROR event: 410 unless said otherwise. */
  failWatches(resource?: string, error?: ApiError): void {
    for (const watch of this.watchesOf(resource)) {
      watch.fail(
        error ??
          new ApiError(410, 'Expired', 'too old resource version: 1 (2)'),
      );
    }
  }

  /** Writes a line of its own into the open watches of a resource. */
  writeToWatches(resource: string, line: string): void {
    for (const watch of this.watchesOf(resource)) watch.write(line);
  }

  /** Ends all faults. */
  clear(): void {
    this.requestFaults.clear();
    this.setStalled(false);
  }

  /** @internal */
  take(target: RequestTarget, user: string): RequestFault | undefined {
    for (const fault of this.requestFaults) {
      if (!matches(fault, target, user)) continue;
      if (fault.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) this.requestFaults.delete(fault);
      }
      return fault;
    }
    return undefined;
  }

  /** @internal */
  static toError(fault: RequestFault): ApiError | undefined {
    if (fault.status === undefined) return undefined;
    return new ApiError(
      fault.status,
      fault.reason ?? REASONS.get(fault.status) ?? 'InternalError',
      fault.message ??
        MESSAGES.get(fault.status) ??
        `answer of a fault: status ${fault.status}`,
      fault.retryAfterSeconds === undefined
        ? undefined
        : { retryAfterSeconds: fault.retryAfterSeconds },
    );
  }

  /** @internal */
  registerWatch(watch: WatchHandle): () => void {
    this.watches.add(watch);
    if (this.stalled) watch.setStalled(true);
    return () => this.watches.delete(watch);
  }

  private watchesOf(resource: string | undefined): WatchHandle[] {
    return [...this.watches].filter(
      watch => resource === undefined || watch.resource === resource,
    );
  }

  private setStalled(stalled: boolean) {
    this.stalled = stalled;
    for (const watch of this.watches) watch.setStalled(stalled);
  }
}

function matches(fault: RequestFault, target: RequestTarget, user: string) {
  const wanted = fault.matches ?? {};
  if (wanted.user !== undefined && wanted.user !== user) return false;
  const fields = ['verb', 'resource', 'namespace', 'subresource'] as const;
  return fields.every(
    field =>
      wanted[field] === undefined ||
      wanted[field] === (target as Partial<ResourceTarget>)[field],
  );
}
