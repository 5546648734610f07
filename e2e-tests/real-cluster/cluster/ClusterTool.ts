import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { shell } from '../shell';

/** The tool that brings up a real cluster on this machine and makes it fail on demand. */
export class ClusterTool {
  private constructor(private readonly program: string) {}

  /** The tool beside the checkout, if it is there. */
  static find(checkout: string): ClusterTool | undefined {
    const program = join(dirname(checkout), 'shared', 'cluster', 'cluster');
    return existsSync(program) ? new ClusterTool(program) : undefined;
  }

  /** The kubectl that the tool builds. */
  get kubectl(): string {
    return join(this.home, 'bin', 'kubectl');
  }

  get isBuilt(): boolean {
    return existsSync(this.kubectl);
  }

  async isUp(): Promise<boolean> {
    const status = await shell(this.program, ['status']);
    return status.code === 0;
  }

  /** Whether this kubeconfig is of the tool's own cluster, so that its nodes and storage may be made to fail. */
  owns(kubeconfig: string): boolean {
    return kubeconfig === join(this.home, 'run', 'kubeconfig');
  }

  async build(): Promise<void> {
    await this.run(['build'], 90 * 60_000);
  }

  /** Starts the cluster unless it is up; answers the path of its kubeconfig. */
  async up(): Promise<string> {
    return (await this.run(['up'], 5 * 60_000)).trim();
  }

  async down(): Promise<void> {
    await this.run(['down'], 60_000);
  }

  async node(action: string[], name: string): Promise<void> {
    await this.run(['node', ...action, name], 60_000);
  }

  async storage(state: 'on' | 'off'): Promise<void> {
    await this.run(['storage', state], 60_000);
  }

  /** Runs a command on one of the cluster's machines. */
  on(machine: string, command: string[]): Promise<string> {
    return this.run(['sh', machine, ...command], 30_000);
  }

  private get home(): string {
    return (
      process.env.STATEFUL_CLUSTER_HOME ??
      join(homedir(), '.cache', 'stateful-cluster')
    );
  }

  private async run(args: string[], timeoutMs: number): Promise<string> {
    const result = await shell(this.program, args, { timeoutMs, echo: true });
    if (result.code !== 0) {
      throw new Error(
        `cluster ${args.join(' ')} ended with code ${result.code}.`,
      );
    }
    return result.stdout;
  }
}
