import { apiErrors } from '../../machinery/apiErrors';
import {
  ApiError,
  ExecResult,
  LogLine,
  PodRuntime,
  ProxyRequest,
  ProxyResponse,
} from '../../types';

/** Kubelets whose pods say what a test tells them to. */
export class FakeRuntime implements PodRuntime {
  readonly lines: LogLine[] = [];
  readonly proxied: ProxyRequest[] = [];
  private readonly followers = new Set<(line: LogLine) => void>();
  private readonly ends = new Set<() => void>();

  say(time: string, text: string) {
    this.lines.push({ time, text });
    for (const follow of this.followers) follow({ time, text });
  }

  endContainers() {
    for (const end of this.ends) end();
  }

  get followerCount() {
    return this.followers.size;
  }

  logs(_namespace: string, _pod: string, options: { previous?: boolean }) {
    if (options.previous) {
      throw apiErrors.badRequest('previous terminated container not found');
    }
    return this.lines;
  }

  followLogs(
    _namespace: string,
    _pod: string,
    _options: object,
    onLine: (line: LogLine) => void,
    onEnd: () => void,
  ) {
    this.followers.add(onLine);
    this.ends.add(onEnd);
    return () => {
      this.followers.delete(onLine);
      this.ends.delete(onEnd);
    };
  }

  async exec(
    _namespace: string,
    pod: string,
    { command, stdin }: { command: string[]; stdin?: Uint8Array },
  ): Promise<ExecResult> {
    if (command[0] === 'false') {
      return { stdout: '', stderr: 'it is false\n', exitCode: 3 };
    }
    if (command[0] === 'cat') {
      const text = Buffer.from(stdin ?? []).toString();
      return { stdout: text, stderr: '', exitCode: 0 };
    }
    return {
      stdout: `${pod}: ${command.join(' ')}\n`,
      stderr: '',
      exitCode: 0,
    };
  }

  async proxy(
    _namespace: string,
    _pod: string,
    request: ProxyRequest,
  ): Promise<ProxyResponse> {
    this.proxied.push(request);
    if (request.port === 81) {
      throw new ApiError(
        503,
        'ServiceUnavailable',
        'error trying to reach service: dial tcp 10.244.1.2:81: connect: connection refused',
      );
    }
    return {
      status: 429,
      headers: { 'Content-Type': 'application/json', 'X-Consul-Index': '7' },
      body: Buffer.from('{"Healthy":false}'),
    };
  }

  async statsSummary(node: string) {
    return { node: { nodeName: node }, pods: [] };
  }
}
