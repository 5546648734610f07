/**
 * The seams between the four parts of the practice cluster: API machinery
 * (`machinery/`, `http/`), controllers, kubelets and programs. Each part knows
 * the others by these interfaces only.
 */

/** Any Kubernetes object. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: any;
}

export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<{
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
    blockOwnerDeletion?: boolean;
  }>;
  finalizers?: string[];
  [field: string]: any;
}

/** Time as the whole core knows it; milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Calls `task` once, `delayMs` from now; the answer takes it back. Tasks of one instant run in the order in which they were set. */
  after(delayMs: number, task: () => void): () => void;
}

/** The one source of chance. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** A UUID version 4. */
  uuid(): string;
}

export type StoreEvent = {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubeObject;
  /** The object before the change; absent for ADDED. */
  previous?: KubeObject;
};

/** Refused writes, in Kubernetes' own form. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: Record<string, unknown>,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/**
 * All objects of the cluster. Synchronous; objects that come out are frozen,
 * a change is a new object. `resource` is the plural name (`pods`,
 * `statefulsets`); names are unique over all groups served.
 */
export interface ObjectStore {
  get(
    resource: string,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined;
  list(resource: string, namespace?: string): KubeObject[];
  /** Sets uid, resourceVersion, creationTimestamp, generation; throws `AlreadyExists`. */
  create(resource: string, object: Partial<KubeObject>): KubeObject;
  /**
   * Replaces the object by what `change` makes of it (a deep copy that may be
   * written to). Nothing happens when nothing differs. Generation grows with
   * `spec`. Throws `NotFound`; `Conflict` when `expect` differs.
   */
  update(
    resource: string,
    namespace: string | undefined,
    name: string,
    change: (draft: KubeObject) => void,
    expect?: { uid?: string; resourceVersion?: string },
  ): KubeObject;
  /**
   * Deletes as the API does: a pod on a node with a grace period becomes
   * Terminating and stays until `remove`; finalizers hold other objects;
   * dependents go by owner references.
   */
  delete(
    resource: string,
    namespace: string | undefined,
    name: string,
    options?: {
      gracePeriodSeconds?: number;
      preconditions?: { uid?: string; resourceVersion?: string };
      propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
    },
  ): KubeObject;
  /** Takes the object away for good (the kubelet's final delete). */
  remove(
    resource: string,
    namespace: string | undefined,
    name: string,
    expect?: { uid?: string },
  ): void;
  /** Every change after this call, synchronously, in order. */
  subscribe(
    listener: (event: StoreEvent, resource: string) => void,
  ): () => void;
  /** Resource version of the newest change. */
  readonly resourceVersion: string;
}

/** One line of a container's log. */
export interface LogLine {
  /** ISO 8601 with nanoseconds. */
  time: string;
  text: string;
}

export interface ExecResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

export interface ProxyRequest {
  method: string;
  scheme: 'http' | 'https';
  port: number;
  /** Path with query, beginning with `/`. */
  path: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface ProxyResponse {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * What kubelets do for the API server: the subresources `log`, `exec`,
 * `proxy` of pods and `stats/summary` of nodes. Failures are `ApiError`s with
 * the codes and words of the real API (404 container, 400 waiting to start,
 * 503 error trying to reach service). A peer that does not answer leaves the
 * promise open until the clock passes its time-out.
 */
export interface PodRuntime {
  logs(
    namespace: string,
    pod: string,
    options: { container?: string; previous?: boolean },
  ): readonly LogLine[];
  /** Lines as they come; ends (calls `onEnd`) with the container. */
  followLogs(
    namespace: string,
    pod: string,
    options: { container?: string },
    onLine: (line: LogLine) => void,
    onEnd: () => void,
  ): () => void;
  exec(
    namespace: string,
    pod: string,
    options: { container?: string; command: string[]; stdin?: Uint8Array },
  ): Promise<ExecResult>;
  proxy(
    namespace: string,
    pod: string,
    request: ProxyRequest,
  ): Promise<ProxyResponse>;
  statsSummary(node: string): Promise<unknown>;
}
