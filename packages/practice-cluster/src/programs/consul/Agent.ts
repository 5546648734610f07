import { between } from '../../clock/between';
import { ProcessContext } from '../Command';
import { HttpHandler } from '../Network';
import { AgentConfig } from './AgentConfig';
import { AgentLog } from './AgentLog';
import { Bootstrap } from './Bootstrap';
import { consulPorts } from './consulPorts';
import { DataDirectory } from './DataDirectory';
import { Gossip, MemberEvent } from './Gossip';
import { handleHttp } from './http/handleHttp';
import { LeaderDuties } from './LeaderDuties';
import { Member } from './Member';
import { memberTags } from './memberTags';
import { Raft, RaftServer } from './Raft';
import { RaftPeer } from './RaftPeer';
import { RetryJoin } from './RetryJoin';
import { ServerPeer } from './ServerPeer';
import { startBanner } from './startBanner';
import { TableRaft } from './TableRaft';

const START_MS = [120, 320] as const;
const SYNC_MS = [200, 2_000] as const;
/** A leave: the wide-area pool first, then the local one, then the drain. */
const WAN_LEAVE_MS = [3_200, 4_400] as const;
const LAN_LEAVE_MS = 600;
const PROPAGATE_MS = 3_000;
const DRAIN_MS = 5_000;
const REMOVAL_GRACE_MS = 5_000;
const SHUTDOWN_MS = [150, 500] as const;

/**
 * One Consul agent: a server, or a client that passes questions on to one.
 *
 * @public
 */
export class Agent implements ServerPeer {
  readonly log: AgentLog;
  readonly nodeId: string;
  readonly gossip: Gossip;
  /** Undefined on a client. */
  readonly raft: (Raft & RaftPeer) | undefined;
  private readonly bootstrap: Bootstrap | undefined;
  private duties: LeaderDuties | undefined;
  private synced = false;
  private leaving = false;

  constructor(readonly config: AgentConfig, readonly context: ProcessContext) {
    const { clock, random, network, pod, files } = context;
    this.log = new AgentLog(clock, text => context.stdout(text));
    const disk = new DataDirectory(
      files,
      config.dataDirectory || '/tmp/consul',
    );
    this.nodeId = disk.nodeId(random);
    startBanner(this);
    this.gossip = new Gossip(
      {
        name: config.nodeName,
        address: pod.ip,
        tags: memberTags(config, this.nodeId),
        status: 'alive',
        incarnation: clock.now(),
        changedAt: clock.now(),
        saidGoodbye: false,
      },
      {
        clock,
        random,
        network,
        log: this.log,
        logger: config.server ? 'agent.server' : 'agent.client',
        onEvent: (event, member) => this.onMember(event, member),
      },
    );
    if (config.server) {
      const address = `${pod.ip}:${consulPorts.server}`;
      this.raft = new TableRaft({
        id: this.nodeId,
        address,
        clock,
        random,
        log: this.log,
        disk,
        peer: server => this.raftPeer(server),
        isSilent: at => this.isSilent(at),
        onLeadership: gained => this.onLeadership(gained),
        onNewLeader: leader => this.onNewLeader(leader.id),
      });
      this.bootstrap = new Bootstrap(
        config.bootstrapExpect,
        clock,
        this.raft,
        this.log,
        ip => this.serverAt(ip)?.raftPeers(),
      );
    }
    clock.after(between(random, ...START_MS), () => this.run());
  }

  /** Who answers for this agent's cluster: itself, or a server that it knows. */
  server(): ServerPeer | undefined {
    if (this.raft) return this;
    for (const { address, tags, status } of this.gossip.members()) {
      if (tags.role !== 'consul' || status !== 'alive') continue;
      const server = this.serverAt(address);
      if (server) return server;
    }
    return undefined;
  }

  /** The leader's own server, where there is one that answers. */
  leaderServer(): ServerPeer | undefined {
    const leader = this.server()?.raft?.leader();
    if (!leader) return undefined;
    const server = this.serverAt(leader.address.split(':')[0]);
    return server?.raft?.state === 'Leader' ? server : undefined;
  }

  raftPeers(): readonly string[] {
    return (this.raft?.configuration ?? []).map(({ address }) => address);
  }

  health() {
    return this.duties?.autopilot.health();
  }

  /** Leaves and ends; `done` when all but the end is over. */
  leave(done: () => void): void {
    if (this.leaving) return;
    this.leaving = true;
    const { clock, random } = this.context;
    const { raft } = this;
    const role = this.config.server ? 'server' : 'client';
    this.log.line('INFO', `agent.${role}`, `${role} starting leave`);
    const wasLeader = raft?.state === 'Leader';
    const voters = raft?.configuration.filter(({ voter }) => voter).length ?? 0;
    if (wasLeader && voters > 1 && !raft.transferLeadership()) {
      this.log.line('ERROR', 'agent.server', 'failed to transfer leadership');
    }
    clock.after(raft ? between(random, ...WAN_LEAVE_MS) : 0, () => {
      this.gossip.announceLeave();
      clock.after(LAN_LEAVE_MS, () => {
        this.gossip.sayGoodbye();
        clock.after(PROPAGATE_MS, () => this.drain(wasLeader, done));
      });
    });
  }

  /** A signal without leave: the others find out by themselves. */
  stop(code: number): void {
    const { clock, random, exit } = this.context;
    this.log.line('INFO', 'agent', 'Gracefully shutting down agent...');
    this.raft?.shutdown();
    this.log.line('INFO', 'agent', 'Exit code', { code });
    clock.after(between(random, ...SHUTDOWN_MS), () => exit(code));
  }

  private drain(wasLeader: boolean, done: () => void) {
    const { clock } = this.context;
    if (!this.config.server) {
      done();
      this.stop(0);
      return;
    }
    this.log.line('INFO', 'agent.server', 'Waiting to drain RPC traffic', {
      drain_time: '5s',
    });
    const limit = clock.now() + DRAIN_MS + REMOVAL_GRACE_MS;
    const finish = () => {
      const inside =
        !wasLeader &&
        this.raft?.configuration.some(({ id }) => id === this.nodeId);
      if (inside && clock.now() < limit) {
        clock.after(50, finish);
        return;
      }
      done();
      this.stop(0);
    };
    clock.after(DRAIN_MS, finish);
  }

  private run() {
    const { network, pod, onEnd, exit } = this.context;
    const http: HttpHandler = (request, respond) =>
      handleHttp(this, request, respond);
    const open = ['0.0.0.0', '::', pod.ip].includes(this.config.clientAddress);
    const closers = [
      network.listen(pod.ip, consulPorts.serfLan, this.gossip),
      open
        ? network.listen(pod.ip, consulPorts.http, http)
        : network.listenLoopback(pod.ip, consulPorts.http, http),
      ...(this.raft ? [network.listen(pod.ip, consulPorts.server, this)] : []),
    ];
    onEnd(() => {
      for (const close of closers) close?.();
    });
    if (closers.some(close => close === undefined)) {
      this.log.raw(
        '==> Failed to start: listen tcp: bind: address already in use',
      );
      exit(1);
      return;
    }
    this.log.line('INFO', 'agent', 'Consul agent running!');
    this.onMember('join', this.gossip.member(this.config.nodeName)!);
    if (this.config.retryJoin.length > 0) {
      new RetryJoin(
        this.config.retryJoin,
        this.context,
        this.gossip,
        this.log,
      ).start();
    }
  }

  private onMember(event: MemberEvent, member: Member) {
    const logger = this.config.server ? 'agent.server' : 'agent.client';
    const names = {
      join: 'EventMemberJoin',
      update: 'EventMemberUpdate',
      leave: 'EventMemberLeave',
      failed: 'EventMemberFailed',
    };
    const { name, address } = member;
    const where = event === 'update' ? name : `${name} ${address}`;
    this.log.line(
      'INFO',
      `${logger}.serf.lan`,
      `serf: ${names[event]}: ${where}`,
    );
    if (member.tags.role === 'consul' && event !== 'update') {
      const verb = event === 'join' ? 'Adding' : 'Removing';
      this.log.line('INFO', logger, `${verb} LAN server`, {
        server: `${name} (Addr: tcp/${address}:${consulPorts.server}) (DC: ${member.tags.dc})`,
      });
    }
    if (event === 'join' || event === 'update') {
      this.bootstrap?.attempt(this.gossip.members());
    }
    this.duties?.onMember(member);
    if (event === 'join' && !this.raft) this.syncSoon();
  }

  private onLeadership(gained: boolean) {
    const { raft } = this;
    if (gained && raft) {
      this.duties = new LeaderDuties(
        this.context.clock,
        raft,
        this.gossip,
        this.log,
      );
      return;
    }
    this.duties?.stop();
    this.duties = undefined;
  }

  private onNewLeader(id: string) {
    const name = this.gossip.memberById(id)?.name ?? id;
    this.log.line('INFO', 'agent.server', 'New leader elected', {
      payload: name,
    });
    this.syncSoon();
  }

  private syncSoon() {
    if (this.synced) return;
    const { clock, random } = this.context;
    clock.after(between(random, ...SYNC_MS), () => {
      if (this.synced || !this.leaderServer()) return;
      this.synced = true;
      this.log.line('INFO', 'agent', 'Synced node info');
    });
  }

  /** Raft knows servers by id; gossip knows where they are now. */
  private raftPeer(server: RaftServer): RaftPeer | undefined {
    const member = this.gossip.memberById(server.id);
    const ip =
      member?.status === 'alive'
        ? member.address
        : server.address.split(':')[0];
    const raft = this.serverAt(ip)?.raft;
    return raft?.id === server.id ? raft : undefined;
  }

  private serverAt(ip: string): ServerPeer | undefined {
    const { network, pod } = this.context;
    if (ip === pod.ip) return this.raft ? this : undefined;
    const connection = network.connect(pod.ip, ip, consulPorts.server);
    return connection.kind === 'open'
      ? (connection.listener as ServerPeer)
      : undefined;
  }

  private isSilent(address: string): boolean {
    const { network, pod } = this.context;
    const [ip] = address.split(':');
    const { kind } = network.connect(pod.ip, ip, consulPorts.server);
    return kind === 'silent';
  }
}
