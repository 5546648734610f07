import { Counters } from './http/Counters';
import { Faults } from './http/Faults';
import { Machines } from './kubelets/Machines';
import { AccessToken } from './machinery/access/AccessToken';
import { PolicyRule } from './machinery/access/PolicyRule';
import { Clock, ObjectStore, PodRuntime } from './types';

/**
 * What stands behind the API: objects, time, and kubelets that run pods.
 *
 * @public
 */
export interface PracticeWorld {
  clock: Clock & { advance(ms: number): void };
  store: ObjectStore;
  runtime: PodRuntime;
  /** The first world's nodes, to stop and start. */
  machines?: Machines;
  /** Adds or takes away the first world's storage provider. */
  setStorage?(on: boolean): void;
}

/** The users that every practice cluster has. @public */
export type StandardUser = 'admin' | 'read' | 'probe';

/** @public */
export interface PracticeClusterOptions {
  /** The world to serve; left out: the first world, made from `seed` and `storage`. */
  world?: PracticeWorld;
  /** Decides all chance in the first world. Default 1. */
  seed?: number;
  /** Whether claims get volumes in the first world. Default true. */
  storage?: boolean;
  /** The instant at which the first world is served, milliseconds since the epoch. Default: now. */
  now?: number;
  /** Whether the first world has come up when it is served. Default true. */
  settled?: boolean;
  /** Port on 127.0.0.1. Default 0: a free one. */
  port?: number;
  /** How many times as fast as real time. Default 1. */
  speed?: number;
  /** Time stands still but for `advance`. */
  manualClock?: boolean;
  /** Other rules, or tokens of one's own choice, for the standard users. */
  users?: Partial<
    Record<StandardUser, { token?: string; rules?: PolicyRule[] }>
  >;
  /** Users besides the standard ones. */
  moreTokens?: AccessToken[];
  /** Real milliseconds between the bookmarks of a watch. Default 60 000. */
  bookmarkIntervalMs?: number;
  /** Changes of each resource that watches can begin behind. Default 1000. */
  watchWindow?: number;
  /** Told of failures that are the server's own. Default: standard error. */
  onError?: (error: unknown) => void;
}

/**
 * A running practice cluster.
 *
 * @public
 */
export interface PracticeCluster extends PracticeWorld {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** Bearer tokens of the standard users. */
  tokens: Readonly<Record<StandardUser, string>>;
  faults: Faults;
  counters: Counters;
  /** Moves the cluster's time on. */
  advance(ms: number): void;
  /** A kubeconfig (YAML) for one of the standard users. */
  kubeconfig(user?: StandardUser): string;
  /** Cuts all connections, stops the clock and frees the port. */
  close(): Promise<void>;
}
