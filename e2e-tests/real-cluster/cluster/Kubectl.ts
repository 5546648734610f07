import { shell, ShellResult } from '../shell';

/** A Kubernetes object as kubectl prints it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion: string;
    creationTimestamp: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: Array<{ uid: string; controller?: boolean }>;
  };
  [field: string]: any;
}

/** `kubectl` on one cluster, as its administrator. */
export class Kubectl {
  constructor(private readonly program: string, readonly kubeconfig: string) {}

  /** Runs it; a code other than 0 is an answer. */
  try(args: string[], options: { input?: string; timeoutMs?: number } = {}) {
    return shell(
      this.program,
      ['--kubeconfig', this.kubeconfig, ...args],
      options,
    );
  }

  /** Runs it and gives what it prints; throws what it complains about. */
  async run(
    args: string[],
    options: { input?: string; timeoutMs?: number } = {},
  ): Promise<string> {
    const result: ShellResult = await this.try(args, options);
    if (result.code !== 0) {
      throw new Error(`kubectl ${args.join(' ')}: ${result.stderr.trim()}`);
    }
    return result.stdout;
  }

  /** The objects of `kubectl get ... -o json`. */
  async get(args: string[]): Promise<KubernetesObject[]> {
    const answer = JSON.parse(
      await this.run(['get', ...args, '--output', 'json']),
    );
    return answer.kind === 'List' ? answer.items : [answer];
  }

  async apply(manifest: string, namespace?: string): Promise<void> {
    await this.run(
      [
        ...(namespace ? ['--namespace', namespace] : []),
        'apply',
        '--filename',
        '-',
      ],
      { input: manifest },
    );
  }

  /** Runs a command in a container. */
  exec(namespace: string, pod: string, command: string[], timeoutMs = 20_000) {
    return this.try(['--namespace', namespace, 'exec', pod, '--', ...command], {
      timeoutMs,
    });
  }
}
