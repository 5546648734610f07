import { ScopedClock } from '../clock/ScopedClock';
import {
  Process,
  ProcessContext,
  Signal,
  SpawnOptions,
} from '../programs/Command';
import { ContainerFiles } from '../programs/ContainerFiles';
import { Image } from '../programs/Image';
import { ExecResult } from '../types';
import { LogBuffer } from './LogBuffer';

/** What a container shares with its pod. @public */
export type Surroundings = Pick<
  ProcessContext,
  'pod' | 'network' | 'api' | 'random'
> & { clock: ScopedClock };

/** @public */
export interface ContainerSpec {
  id: string;
  name: string;
  image: Image;
  argv: readonly string[];
  env: ReadonlyMap<string, string>;
  workingDirectory: string;
  files: ContainerFiles;
}

const KILLED = 137;
const COMMAND_NOT_FOUND = 127;

/**
 * One container: its first process, those that were started in it, and its
 * log. It ends with its first process.
 *
 * @public
 */
export class Container {
  readonly log: LogBuffer;
  /** Milliseconds since the epoch. */
  startedAt: number | undefined;
  finishedAt: number | undefined;
  exitCode: number | undefined;
  private first: Process | undefined;
  private readonly ends = new Set<() => void>();

  constructor(
    readonly spec: ContainerSpec,
    private readonly surroundings: Surroundings,
    private readonly onExit: () => void,
  ) {
    this.log = new LogBuffer(surroundings.clock);
  }

  get running(): boolean {
    return this.startedAt !== undefined && this.finishedAt === undefined;
  }

  /** False when the image has no such command. */
  canStart(): boolean {
    return this.commandOf(this.spec.argv) !== undefined;
  }

  start(): void {
    this.startedAt = this.surroundings.clock.now();
    const write = (text: string) => this.log.write(text);
    this.first = this.launch({
      argv: this.spec.argv,
      stdout: write,
      stderr: write,
      onExit: code => this.finish(code),
    });
  }

  exec(
    argv: readonly string[],
    stdin: Uint8Array,
    done: (result: ExecResult) => void,
  ): void {
    let stdout = '';
    let stderr = '';
    let end = () => {};
    const answer = (exitCode: number) => {
      if (!this.ends.delete(end)) return;
      done({ stdout, stderr, exitCode });
    };
    // With the container all that runs in it is killed.
    end = () => answer(KILLED);
    this.ends.add(end);
    this.launch({
      argv,
      stdin,
      stdout: text => (stdout += text),
      stderr: text => (stderr += text),
      onExit: answer,
    });
  }

  signal(signal: Signal): void {
    if (this.running) this.first?.signal?.(signal);
  }

  kill(): void {
    if (this.running) this.finish(KILLED);
  }

  private finish(code: number) {
    if (this.finishedAt !== undefined) return;
    this.finishedAt = this.surroundings.clock.now();
    this.exitCode = code;
    for (const end of [...this.ends]) end();
    this.ends.clear();
    this.log.end();
    this.onExit();
  }

  private commandOf(argv: readonly string[]) {
    const path = argv[0] ?? '';
    return this.spec.image.commands.get(path.slice(path.lastIndexOf('/') + 1));
  }

  private launch(options: SpawnOptions): Process {
    const command = this.commandOf(options.argv);
    if (!command) {
      options.stderr(`${options.argv[0] ?? ''}: not found\n`);
      this.surroundings.clock.after(1, () => options.onExit(COMMAND_NOT_FOUND));
      return {};
    }
    const { surroundings, spec } = this;
    const clock = new ScopedClock(surroundings.clock);
    const listeners: Array<() => void> = [];
    const end = () => {
      this.ends.delete(end);
      clock.dispose();
      for (const listener of listeners) listener();
    };
    this.ends.add(end);
    return command({
      ...surroundings,
      argv: options.argv,
      env: options.env ?? spec.env,
      stdin: options.stdin ?? new Uint8Array(),
      workingDirectory: options.workingDirectory ?? spec.workingDirectory,
      files: spec.files,
      clock,
      stdout: text => options.stdout(text),
      stderr: text => options.stderr(text),
      exit: code => {
        if (!this.ends.has(end)) return;
        end();
        options.onExit(code);
      },
      onEnd: listener => listeners.push(listener),
      spawn: child => this.launch(child),
      signalFirstProcess: signal => {
        if (signal === 'KILL') this.kill();
        else this.signal(signal);
      },
    });
  }
}
