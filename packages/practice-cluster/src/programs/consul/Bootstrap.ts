import { ScopedClock } from '../../clock/ScopedClock';
import { AgentLog } from './AgentLog';
import { consulPorts } from './consulPorts';
import { Member } from './Member';
import { Raft, RaftServer } from './Raft';

const LOGGER = 'agent.server';
const MAX_TRIES = 6;

/**
 * Makes the first configuration once as many servers are known as expected
 * and none of them has one.
 *
 * @public
 */
export class Bootstrap {
  private done = false;
  private running = false;

  constructor(
    private readonly expect: number,
    private readonly clock: ScopedClock,
    private readonly raft: Raft,
    private readonly log: AgentLog,
    /** Raft addresses that a server reports; undefined when it does not answer. */
    private readonly peersOf: (
      address: string,
    ) => readonly string[] | undefined,
  ) {}

  /** Looks at the members; called with each that comes. */
  attempt(members: readonly Member[]): void {
    if (this.done || this.running || this.expect === 0) return;
    if (this.raft.lastIndex > 0) {
      this.log.line(
        'INFO',
        LOGGER,
        'Raft data found, disabling bootstrap mode',
      );
      this.done = true;
      return;
    }
    const servers = members.filter(({ tags }) => tags.role === 'consul');
    const other = servers.find(
      ({ tags }) => tags.expect && tags.expect !== String(this.expect),
    );
    if (other) {
      this.log.line(
        'ERROR',
        LOGGER,
        'Member has a conflicting expect value. All nodes should expect the same number.',
        { member: other.name },
      );
      return;
    }
    if (servers.length < this.expect) return;
    this.running = true;
    this.confirm(servers, 0, 0);
  }

  /** Asks one server after the other whether it has peers. */
  private confirm(servers: readonly Member[], at: number, tries: number) {
    if (at === servers.length) {
      this.bootstrap(servers);
      return;
    }
    const { name, address } = servers[at];
    const peers = this.peersOf(address);
    if (peers === undefined && tries < MAX_TRIES) {
      const seconds = 2 ** tries;
      this.log.line(
        'ERROR',
        LOGGER,
        'Failed to confirm peer status for server (will retry).',
        { server: name, nextRetryInterval: `${seconds}s` },
      );
      this.clock.after(seconds * 1000, () =>
        this.confirm(servers, at, tries + 1),
      );
      return;
    }
    if (peers && peers.length > 0) {
      this.log.line(
        'INFO',
        LOGGER,
        'Existing Raft peers reported by server, disabling bootstrap mode',
        { server: name },
      );
      this.done = true;
      return;
    }
    this.confirm(servers, at + 1, 0);
  }

  private bootstrap(servers: readonly Member[]) {
    this.done = true;
    if (this.raft.lastIndex > 0) return;
    const configuration: RaftServer[] = servers.map(({ address, tags }) => ({
      id: tags.id,
      address: `${address}:${consulPorts.server}`,
      voter: true,
    }));
    this.log.line(
      'INFO',
      LOGGER,
      'Found expected number of peers, attempting bootstrap',
      { peers: configuration.map(({ address }) => address).join(',') },
    );
    this.raft.bootstrap(configuration);
  }
}
