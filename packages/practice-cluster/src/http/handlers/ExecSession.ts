import { RawData, WebSocket } from 'ws';
import { toStatus } from '../../machinery/toStatus';
import { ApiError, ExecResult, PodRuntime } from '../../types';
import { ExecRequest } from './ExecRequest';

/** Protocols of exec over WebSocket, the preferred one first. @public */
export const EXEC_PROTOCOLS = ['v5.channel.k8s.io', 'v4.channel.k8s.io'];

const CHANNELS = { stdin: 0, stdout: 1, stderr: 2, status: 3 };
/** In v5 a client ends a stream by naming it on this channel. */
const CLOSE_CHANNEL = 255;
const MAX_STDIN_BYTES = 256 * 1024 * 1024;
/** v4 has no end of standard input: what comes before such a pause is all. */
const V4_PAUSE_MS = 200;

/**
 * One exec over a WebSocket: collects standard input, runs the command, sends
 * what it wrote and how it ended.
 *
 * @public
 */
export class ExecSession {
  private readonly stdin: Buffer[] = [];
  private stdinBytes = 0;
  private pause: NodeJS.Timeout | undefined;
  private started = false;

  static start(
    socket: WebSocket,
    request: ExecRequest,
    runtime: PodRuntime,
  ): void {
    const session = new ExecSession(socket, request, runtime);
    if (!request.stdin) session.run();
  }

  private constructor(
    private readonly socket: WebSocket,
    private readonly request: ExecRequest,
    private readonly runtime: PodRuntime,
  ) {
    socket.on('message', data => this.receive(toBuffer(data)));
    socket.on('close', () => clearTimeout(this.pause));
    // A client that leaves in the middle is no failure of the server.
    socket.on('error', () => socket.terminate());
  }

  private receive(frame: Buffer) {
    if (frame[0] === CLOSE_CHANNEL && frame[1] === CHANNELS.stdin) {
      this.run();
    } else if (frame[0] === CHANNELS.stdin) {
      this.stdin.push(frame.subarray(1));
      this.stdinBytes += frame.length - 1;
      if (this.stdinBytes > MAX_STDIN_BYTES) this.socket.terminate();
      if (this.socket.protocol === 'v4.channel.k8s.io') {
        clearTimeout(this.pause);
        this.pause = setTimeout(() => this.run(), V4_PAUSE_MS);
      }
    }
  }

  private run() {
    if (this.started) return;
    this.started = true;
    const { namespace, pod, container, command } = this.request;
    this.runtime
      .exec(namespace, pod, {
        container,
        command,
        stdin: this.request.stdin ? Buffer.concat(this.stdin) : undefined,
      })
      .then(
        result => this.finish(result),
        error => this.fail(error),
      );
  }

  private finish({ stdout, stderr, exitCode }: ExecResult) {
    if (this.request.stdout) this.send(CHANNELS.stdout, stdout);
    if (this.request.stderr) this.send(CHANNELS.stderr, stderr);
    this.end(
      exitCode === 0
        ? { metadata: {}, status: 'Success' }
        : {
            metadata: {},
            status: 'Failure',
            message: `command terminated with non-zero exit code: error executing command [${this.request.command.join(
              ' ',
            )}], exit code ${exitCode}`,
            reason: 'NonZeroExitCode',
            details: {
              causes: [{ reason: 'ExitCode', message: String(exitCode) }],
            },
          },
    );
  }

  private fail(error: unknown) {
    this.end(
      toStatus(
        error instanceof ApiError
          ? error
          : new ApiError(500, 'InternalError', String(error)),
      ),
    );
  }

  private end(status: object) {
    this.send(CHANNELS.status, JSON.stringify(status));
    this.socket.close(1000);
  }

  private send(channel: number, text: string) {
    if (text === '') return;
    this.socket.send(Buffer.concat([Buffer.of(channel), Buffer.from(text)]));
  }
}

function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
