import { ScopedClock } from '../../clock/ScopedClock';
import { AgentLog } from './AgentLog';
import { Autopilot } from './Autopilot';
import { consulPorts } from './consulPorts';
import { Gossip } from './Gossip';
import { Member } from './Member';
import { Raft } from './Raft';

const LOGGER = 'agent.server';
const RECONCILE_MS = 60_000;
/** The log's checksum is proven once a minute, by an entry of its own. */
const CHECKPOINT_MS = 60_000;

/**
 * What a leader does for the members: servers that come enter the raft,
 * servers that left go, and the catalog follows.
 *
 * @public
 */
export class LeaderDuties {
  readonly autopilot: Autopilot;
  private readonly clock: ScopedClock;

  constructor(
    clock: ScopedClock,
    private readonly raft: Raft,
    private readonly gossip: Gossip,
    private readonly log: AgentLog,
  ) {
    this.clock = new ScopedClock(clock);
    log.line('INFO', LOGGER, 'cluster leadership acquired');
    this.autopilot = new Autopilot(clock, raft, gossip, log);
    this.reconcile();
    this.clock.every(RECONCILE_MS, () => this.reconcile());
    this.clock.every(CHECKPOINT_MS, () => this.raft.apply({ kind: 'noop' }));
  }

  stop(): void {
    this.autopilot.stop();
    this.clock.dispose();
    this.log.line('INFO', LOGGER, 'cluster leadership lost');
  }

  onMember(member: Member): void {
    if (member.status === 'alive') this.admit(member);
    else if (member.status === 'left') this.dismiss(member);
    else if (member.status === 'failed') {
      this.log.line('INFO', LOGGER, 'member failed, marking health critical', {
        member: member.name,
        partition: 'default',
      });
    }
  }

  private reconcile() {
    for (const member of this.gossip.members()) {
      if (member.status !== 'failed') this.onMember(member);
    }
  }

  private admit(member: Member) {
    const { id } = member.tags;
    if (member.tags.role === 'consul') this.addServer(id, member.address);
    const node = this.raft.data.nodes.get(member.name);
    if (node?.id === id && node.address === member.address) return;
    this.log.line('INFO', LOGGER, 'member joined, marking health alive', {
      member: member.name,
      partition: 'default',
    });
    const { name, address } = member;
    this.raft.apply({ kind: 'register', name, id, address });
  }

  private addServer(id: string, ip: string) {
    const address = `${ip}:${consulPorts.server}`;
    const same = this.raft.configuration.find(server => server.id === id);
    if (same?.address === address) return;
    const twin = this.raft.configuration.find(
      server => server.address === address && server.id !== id,
    );
    if (twin) {
      this.log.line('INFO', LOGGER, 'removed server with duplicate address', {
        address,
      });
      this.raft.change({ kind: 'remove', id: twin.id });
    }
    const server = { id, address, voter: same?.voter ?? false };
    this.raft.change({ kind: 'add', server });
  }

  private dismiss({ name, tags }: Member) {
    const listed = this.raft.configuration.some(({ id }) => id === tags.id);
    if (listed && this.raft.change({ kind: 'remove', id: tags.id })) {
      this.log.line('INFO', 'agent.server.autopilot', 'removed server', {
        id: tags.id,
      });
    }
    if (this.raft.data.nodes.get(name)?.id !== tags.id) return;
    this.log.line('INFO', LOGGER, 'deregistering member', {
      member: name,
      partition: 'default',
      reason: 'left',
    });
    this.raft.apply({ kind: 'deregister', name, id: tags.id });
  }
}
