import { ScopedClock } from '../clock/ScopedClock';
import { ObjectStore, Random } from '../types';
import { ContainerFiles } from './ContainerFiles';
import { Network } from './Network';

/** Who a container is; what the downward API and the sandbox tell it. @public */
export interface PodIdentity {
  name: string;
  namespace: string;
  uid: string;
  ip: string;
  hostname: string;
  nodeName: string;
  serviceAccountName: string;
}

/** Signals that reach a process; `KILL` ends it without asking. @public */
export type Signal = 'TERM' | 'INT' | 'QUIT' | 'HUP';

/** What a running process answers to. @public */
export interface Process {
  /** Left out: the process has no handlers, and as PID 1 it ignores signals. */
  signal?(signal: Signal): void;
}

/**
 * All that a process can see and do. Its clock stops with it; `onEnd` tells
 * it that it has ended, by itself or by force.
 *
 * @public
 */
export interface ProcessContext {
  readonly argv: readonly string[];
  readonly env: ReadonlyMap<string, string>;
  readonly stdin: Uint8Array;
  readonly workingDirectory: string;
  readonly files: ContainerFiles;
  readonly pod: PodIdentity;
  readonly clock: ScopedClock;
  readonly random: Random;
  readonly network: Network;
  /** The API server, as the pod's service account reaches it. */
  readonly api: ObjectStore;
  stdout(text: string): void;
  stderr(text: string): void;
  exit(code: number): void;
  onEnd(listener: () => void): void;
  /** Starts another command of the image in the same container. */
  spawn(options: SpawnOptions): Process;
  /** Sends a signal to the container's first process. */
  signalFirstProcess(signal: Signal | 'KILL'): void;
}

/** @public */
export interface SpawnOptions {
  argv: readonly string[];
  env?: ReadonlyMap<string, string>;
  stdin?: Uint8Array;
  workingDirectory?: string;
  stdout(text: string): void;
  stderr(text: string): void;
  onExit(code: number): void;
}

/** A program: starts, and calls `context.exit` when it is done. @public */
export type Command = (context: ProcessContext) => Process;
