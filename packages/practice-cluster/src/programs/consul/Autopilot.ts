import { timestamps } from '../../clock/timestamps';
import { ScopedClock } from '../../clock/ScopedClock';
import { AgentLog } from './AgentLog';
import { CONSUL_VERSION } from './consulVersion';
import { Gossip } from './Gossip';
import { Member } from './Member';
import { Raft, RaftServer } from './Raft';

const HEALTH_MS = 2_000;
const RECONCILE_MS = 10_000;
const STABILIZATION_MS = 10_000;
const CONTACT_THRESHOLD_MS = 200;
/** As measured: from a failure, and from the start of a leader, to the clean-up. */
const AFTER_FAILURE_MS = 4_000;
const AFTER_ELECTION_MS = 3_000;
const LOGGER = 'agent.server.autopilot';

/** One server in `operator/autopilot/health`. @public */
export interface ServerHealth {
  ID: string;
  Name: string;
  Address: string;
  SerfStatus: string;
  Version: string;
  Leader: boolean;
  LastContact: string;
  LastTerm: number;
  LastIndex: number;
  Healthy: boolean;
  Voter: boolean;
  StableSince: string;
}

/** @public */
export interface ClusterHealth {
  Healthy: boolean;
  FailureTolerance: number;
  Servers: ServerHealth[];
}

/**
 * What a leader does by itself: it watches the servers' health, makes stable
 * ones voters and takes dead ones out, never more than the quorum allows.
 *
 * @public
 */
export class Autopilot {
  private readonly clock: ScopedClock;
  private readonly stable = new Map<string, { healthy: boolean; at: number }>();
  private readonly startedAt: number;

  constructor(
    clock: ScopedClock,
    private readonly raft: Raft,
    private readonly gossip: Gossip,
    private readonly log: AgentLog,
  ) {
    this.clock = new ScopedClock(clock);
    this.startedAt = clock.now();
    log.line('INFO', LOGGER, 'reconciliation now enabled');
    this.observe();
    this.clock.every(HEALTH_MS, () => {
      this.observe();
      this.removeFailed();
    });
    this.clock.every(RECONCILE_MS, () => {
      this.promote();
      this.removeUnknown();
    });
  }

  stop(): void {
    this.clock.dispose();
    this.log.line('INFO', LOGGER, 'reconciliation now disabled');
  }

  health(): ClusterHealth {
    this.observe();
    const servers = this.raft.configuration.map(server => this.judge(server));
    const voters = servers.filter(({ Voter }) => Voter);
    const healthy = voters.filter(({ Healthy }) => Healthy).length;
    const quorum = Math.floor(voters.length / 2) + 1;
    return {
      Healthy: servers.every(({ Healthy }) => Healthy),
      FailureTolerance: Math.max(0, healthy - quorum),
      Servers: servers,
    };
  }

  private judge(server: RaftServer): ServerHealth {
    const member = this.memberOf(server);
    const contact = this.raft.contactMs(server.id);
    const isLeader = this.raft.leader()?.id === server.id;
    const stable = this.stable.get(server.id);
    return {
      ID: server.id,
      Name: member?.name ?? '',
      Address: server.address,
      SerfStatus: member?.status ?? 'none',
      Version: member ? CONSUL_VERSION : '',
      Leader: isLeader,
      LastContact: isLeader ? '0s' : `${contact ?? 0}ms`,
      LastTerm: contact === undefined ? 0 : this.raft.lastTerm,
      LastIndex: this.raft.indexOf(server.id) ?? 0,
      Healthy: stable?.healthy ?? false,
      Voter: server.voter,
      StableSince: timestamps.seconds(stable?.at ?? this.clock.now()),
    };
  }

  /** A server is stable since its health last changed. */
  private observe() {
    const now = this.clock.now();
    for (const server of this.raft.configuration) {
      const contact = this.raft.contactMs(server.id) ?? Infinity;
      const alive = this.memberOf(server)?.status === 'alive';
      const healthy = alive && contact <= CONTACT_THRESHOLD_MS;
      const before = this.stable.get(server.id);
      if (before?.healthy !== healthy) {
        this.stable.set(server.id, { healthy, at: now });
      }
    }
  }

  private promote() {
    const now = this.clock.now();
    for (const server of this.raft.configuration) {
      const stable = this.stable.get(server.id);
      const proven = stable?.healthy && now - stable.at >= STABILIZATION_MS;
      if (server.voter || !proven) continue;
      this.log.line('INFO', LOGGER, 'Promoting server', {
        id: server.id,
        address: server.address,
        name: this.memberOf(server)?.name ?? '',
      });
      this.raft.change({ kind: 'promote', id: server.id });
    }
  }

  private removeFailed() {
    const now = this.clock.now();
    if (now - this.startedAt < AFTER_ELECTION_MS) return;
    for (const server of this.raft.configuration) {
      const member = this.memberOf(server);
      if (member?.status !== 'failed') continue;
      if (now - member.changedAt < AFTER_FAILURE_MS) continue;
      if (!this.mayRemove(server)) continue;
      this.log.line(
        'INFO',
        LOGGER,
        'Attempting removal of failed server node',
        { id: server.id, name: member.name, address: server.address },
      );
      this.gossip.removeFailed(member.name);
    }
  }

  /** Servers in the configuration that gossip does not know at all. */
  private removeUnknown() {
    for (const server of this.raft.configuration) {
      if (this.memberOf(server) || !this.mayRemove(server)) continue;
      this.log.line('INFO', LOGGER, 'removing stale server', {
        id: server.id,
      });
      this.raft.change({ kind: 'remove', id: server.id });
    }
  }

  /** A minority of the voters only. */
  private mayRemove(server: RaftServer): boolean {
    if (!server.voter) return true;
    const voters = this.raft.configuration.filter(({ voter }) => voter);
    const lost = voters.filter(
      voter => this.memberOf(voter)?.status !== 'alive',
    );
    return lost.length <= Math.floor((voters.length - 1) / 2);
  }

  private memberOf(server: RaftServer): Member | undefined {
    return this.gossip.memberById(server.id);
  }
}
