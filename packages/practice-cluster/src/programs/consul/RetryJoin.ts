import { ProcessContext } from '../Command';
import { AgentLog } from './AgentLog';
import { discover } from './discover';
import { DiscoveryError } from './DiscoveryError';
import { Gossip } from './Gossip';

const INTERVAL_MS = 30_000;

/**
 * Looks for other agents and joins them, until one of them answers.
 *
 * @public
 */
export class RetryJoin {
  constructor(
    private readonly targets: readonly string[],
    private readonly context: ProcessContext,
    private readonly gossip: Gossip,
    private readonly log: AgentLog,
  ) {}

  start(): void {
    this.log.line('INFO', 'agent', 'Joining cluster...', { cluster: 'LAN' });
    this.attempt();
  }

  private attempt() {
    const found = [
      ...new Set(this.targets.flatMap(target => this.discover(target))),
    ];
    this.log.line('INFO', 'agent', 'Discovered servers', {
      cluster: 'LAN',
      servers: found.join(' '),
    });
    const joined = found.filter(address => this.gossip.join(address)).length;
    if (joined > 0) {
      this.log.line('INFO', 'agent', '(LAN) joined', {
        number_of_nodes: joined,
      });
      this.log.line(
        'INFO',
        'agent',
        'Join cluster completed. Synced with initial agents',
        { cluster: 'LAN', num_agents: joined },
      );
      return;
    }
    this.log.line('WARN', 'agent', 'Join cluster failed, will retry', {
      cluster: 'LAN',
      retry_interval: '30s',
      error: found.length === 0 ? 'No servers to join' : 'no agent answered',
    });
    this.context.clock.after(INTERVAL_MS, () => this.attempt());
  }

  private discover(target: string): string[] {
    try {
      return discover(target, this.context.api, this.context.pod);
    } catch (error) {
      if (!(error instanceof DiscoveryError)) throw error;
      this.log.line('ERROR', 'agent', 'Cannot discover address', {
        address: target,
        error: error.message,
      });
      return [];
    }
  }
}
