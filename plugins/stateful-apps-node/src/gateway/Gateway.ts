import { ResourceName } from '@stateful-apps/backstage-plugin-common';

/** A cluster as the gateway lists it. @public */
export interface GatewayCluster {
  name: string;
  title?: string;
  /** Whether it can be read with a credential of the server's own. */
  readable: boolean;
  /** Why not, and what to change. */
  message?: string;
  /** Whether members may be probed: with a probe credential of their own, or with the reading one. */
  probe: 'own-credential' | 'reading-credential';
  /** Whether {@link Gateway.nodeStats} is switched on for it. */
  nodeStats?: boolean;
}

/** @public */
export interface GatewayListOptions {
  namespace?: string;
  limit?: number;
  continueToken?: string;
  resourceVersion?: string;
  resourceVersionMatch?: 'NotOlderThan' | 'Exact';
  signal?: AbortSignal;
  /** Told the size of the answer's JSON text, in bytes, once it is there. */
  onSize?: (bytes: number) => void;
}

/** @public */
export interface GatewayWatchOptions {
  namespace?: string;
  resourceVersion: string;
  /** After this time the API server ends the watch by itself. */
  timeoutSeconds: number;
  signal: AbortSignal;
  /** Called once the API server has accepted the watch. */
  onOpen?: () => void;
  /** Called for each line that is too long to be taken; it is left out. */
  onSkippedLine?: (bytes: number) => void;
}

/**
 * The HTTP requests that members may be asked, by name. No caller can name a
 * path of its own.
 *
 * @public
 */
export type MemberOperation =
  | 'consul-status-leader'
  | 'consul-status-peers'
  | 'consul-agent-members'
  | 'consul-agent-self'
  | 'consul-raft-configuration'
  | 'consul-autopilot-health'
  | 'web-page';

/** @public */
export interface MemberRequest {
  cluster: string;
  namespace: string;
  pod: string;
  scheme: 'http' | 'https';
  port: number;
  operation: MemberOperation;
  /** Milliseconds after which the answer is given up. */
  timeoutMs: number;
  /** Bytes after which the answer is given up. */
  maxBytes: number;
  signal?: AbortSignal;
}

/** @public */
export interface MemberResponse {
  status: number;
  contentType?: string;
  body: Uint8Array;
}

/**
 * The one road to clusters. The implementation speaks HTTP to the gateway
 * module inside plugin-kubernetes.
 *
 * Failures are thrown as {@link GatewayError}.
 *
 * @public
 */
export interface Gateway {
  listClusters(options?: { signal?: AbortSignal }): Promise<GatewayCluster[]>;

  /** One page, as the API server gave it (a Kubernetes `List`), parsed from JSON and no more. */
  list(
    cluster: string,
    resource: ResourceName,
    options?: GatewayListOptions,
  ): Promise<unknown>;

  /** Lines of the watch stream, each a JSON text of one watch event, not parsed. Ends when the server ends the watch. */
  watch(
    cluster: string,
    resource: ResourceName,
    options: GatewayWatchOptions,
  ): AsyncIterable<string>;

  /**
   * Asks one member. A status that is not 2xx is an answer, not an error. A
   * member that the API server cannot reach is `unreachable`, with the API
   * server's words and status.
   */
  askMember(request: MemberRequest): Promise<MemberResponse>;

  /** The kubelet's `stats/summary` of one node, parsed from JSON and no more. */
  nodeStats(
    cluster: string,
    node: string,
    options?: { signal?: AbortSignal },
  ): Promise<unknown>;
}
