import { between } from '../../clock/between';
import { LogLevel } from './AgentLog';
import { applyCommand } from './applyCommand';
import { changeConfiguration } from './changeConfiguration';
import { contactAge } from './contactAge';
import { StoredRaft } from './DataDirectory';
import {
  ApplyOutcome,
  ConfigurationChange,
  Raft,
  RaftServer,
  RaftState,
} from './Raft';
import { AppendRequest, RaftPeer, VoteAnswer, VoteRequest } from './RaftPeer';
import { describeServers } from './describeServers';
import { grantsVote } from './grantsVote';
import { RaftDependencies } from './RaftDependencies';
import { quorumOf } from './quorumOf';
import { EMPTY_STATE, StateCommand } from './StateData';

/** hashicorp/raft's times with Consul's default multiplier of 5. */
const HEARTBEAT_TIMEOUT_MS = [5_000, 10_000] as const;
const LEASE_MS = 2_500;
const TICK_MS = 500;
/** As measured when the leader's machine loses power: its peers' dials hang first. */
const SILENT_LEADER_MS = 13_000;

/**
 * Raft as a table of states: votes and terms are real, but an entry is either
 * committed at once by a quorum that answers or not written at all, and a
 * leader gives its followers its whole state instead of a log.
 *
 * @public
 */
export class TableRaft implements Raft, RaftPeer {
  readonly id: string;
  state: RaftState = 'Follower';
  hasHeardLeader = false;
  private kept: StoredRaft;
  private votedIn = 0;
  private currentLeader: { id: string; address: string } | undefined;
  private heardAt: number | undefined;
  private quorumAt = 0;
  private readonly contacts = new Map<string, number>();
  private cancelElection = () => {};

  constructor(private readonly on: RaftDependencies) {
    this.id = on.id;
    this.kept = on.disk.load() ?? {
      term: 0,
      lastIndex: 0,
      lastTerm: 0,
      configuration: [],
      data: EMPTY_STATE,
    };
    this.votedIn = this.kept.term;
    this.say('INFO', 'initial configuration', {
      index: this.lastIndex,
      servers: describeServers(this.configuration),
    });
    this.say('INFO', 'entering follower state', {
      follower: `Node at ${on.address} [Follower]`,
      'leader-address': '',
      'leader-id': '',
    });
    this.armElection();
    on.clock.every(TICK_MS, () => this.tick());
  }

  get term() {
    return this.kept.term;
  }

  get lastIndex() {
    return this.kept.lastIndex;
  }

  get lastTerm() {
    return this.kept.lastTerm;
  }

  get commitIndex() {
    return this.hasHeardLeader ? this.kept.lastIndex : 0;
  }

  get configuration() {
    return this.kept.configuration;
  }

  /** After a start the log waits for a leader before it is applied. */
  get data() {
    return this.hasHeardLeader ? this.kept.data : EMPTY_STATE;
  }

  leader() {
    return this.currentLeader;
  }

  lastContactMs(): number | undefined {
    if (this.state === 'Leader') return 0;
    return this.heardAt === undefined
      ? undefined
      : contactAge(this.heardAt, this.on.clock.now(), this.on.address);
  }

  contactMs(id: string): number | undefined {
    if (id === this.id) return 0;
    const at = this.contacts.get(id);
    return at === undefined
      ? undefined
      : contactAge(at, this.on.clock.now(), id);
  }

  indexOf(id: string): number | undefined {
    return this.contacts.has(id) || id === this.id ? this.lastIndex : undefined;
  }

  bootstrap(servers: readonly RaftServer[]): void {
    if (this.lastIndex > 0) return;
    this.keep({
      term: 1,
      lastIndex: 1,
      lastTerm: 1,
      configuration: servers,
      data: EMPTY_STATE,
    });
  }

  apply(command: StateCommand): ApplyOutcome {
    if (this.state !== 'Leader') return 'no-leader';
    const index = this.lastIndex + 1;
    const { data, done } = applyCommand(this.kept.data, command, index);
    const written = this.commit({ data }, this.configuration);
    if (!written) return 'no-leader';
    return done ? 'done' : 'refused';
  }

  change(change: ConfigurationChange): boolean {
    if (this.state !== 'Leader') return false;
    const configuration = changeConfiguration(this.configuration, change);
    const id = change.kind === 'add' ? change.server.id : change.id;
    const removed = this.configuration.find(
      server => change.kind === 'remove' && server.id === id,
    );
    if (!this.commit({ configuration }, configuration)) return false;
    this.say('INFO', 'updating configuration', {
      command: commandOf(change),
      'server-id': id,
    });
    if (removed && removed.id !== this.id) {
      this.contacts.delete(removed.id);
      this.say('INFO', 'removed peer, stopping replication', {
        peer: removed.id,
        'last-index': this.lastIndex,
      });
    }
    if (removed?.id === this.id) this.stepDown('removed');
    return true;
  }

  transferLeadership(): boolean {
    const target = this.configuration.find(
      server => server.voter && server.id !== this.id && this.on.peer(server),
    );
    const peer = target && this.on.peer(target);
    if (this.state !== 'Leader' || !peer) return false;
    this.say('INFO', 'starting leadership transfer', {
      id: target.id,
      address: target.address,
    });
    peer.timeoutNow();
    return true;
  }

  shutdown(): void {
    if (this.state === 'Shutdown') return;
    const led = this.state === 'Leader';
    this.state = 'Shutdown';
    this.currentLeader = undefined;
    this.cancelElection();
    if (led) this.on.onLeadership(false);
  }

  // What other servers ask.

  requestVote(request: VoteRequest): VoteAnswer {
    const granted =
      this.state !== 'Shutdown' &&
      grantsVote(request, this, this.votedIn, this.currentLeader !== undefined);
    if (granted && !request.pre) this.vote(request.term);
    return { granted, term: this.term };
  }

  private vote(term: number) {
    this.votedIn = term;
    if (term > this.term) this.keep({ term });
    if (this.state === 'Leader') this.stepDown('a newer term');
    this.armElection();
  }

  append(request: AppendRequest): boolean {
    if (this.state === 'Shutdown' || request.term < this.term) return false;
    const { term, lastIndex, lastTerm, configuration, data } = request;
    if (this.state === 'Leader') this.stepDown('another leader');
    this.state = 'Follower';
    this.heardAt = this.on.clock.now();
    this.hasHeardLeader = true;
    const { leader: id, leaderAddress: address } = request;
    const isNew = this.currentLeader?.id !== id;
    this.currentLeader = { id, address };
    const same =
      lastIndex === this.lastIndex &&
      lastTerm === this.lastTerm &&
      term === this.term;
    if (!same) this.keep({ term, lastIndex, lastTerm, configuration, data });
    this.armElection();
    if (isNew) this.on.onNewLeader({ id, address });
    return true;
  }

  timeoutNow(): void {
    this.currentLeader = undefined;
    this.campaign(true);
  }

  private tick() {
    if (this.state !== 'Leader') return;
    const now = this.on.clock.now();
    const reached = this.replicate(this.configuration);
    if (reached >= quorumOf(this.configuration)) this.quorumAt = now;
    else if (now - this.quorumAt >= LEASE_MS) {
      this.say('WARN', 'failed to contact quorum of nodes, stepping down');
      this.stepDown('no quorum');
    }
  }

  /** Gives everyone what the leader has; how many voters now have it. */
  private replicate(configuration: readonly RaftServer[]): number {
    const request: AppendRequest = {
      leader: this.id,
      leaderAddress: this.on.address,
      term: this.term,
      lastIndex: this.lastIndex,
      lastTerm: this.lastTerm,
      configuration: this.configuration,
      data: this.kept.data,
    };
    let voters = 0;
    for (const server of configuration) {
      const isSelf = server.id === this.id;
      const peer = isSelf ? undefined : this.on.peer(server);
      if (isSelf || peer?.append(request)) {
        if (server.voter) voters += 1;
        this.contacts.set(server.id, this.on.clock.now());
      }
    }
    return voters;
  }

  /** Writes one entry, if a quorum answers. */
  private commit(
    entry: Partial<StoredRaft>,
    configuration: readonly RaftServer[],
  ): boolean {
    const answering = configuration.filter(
      server => server.voter && (server.id === this.id || this.on.peer(server)),
    ).length;
    if (answering < quorumOf(configuration)) return false;
    const gone = this.configuration.filter(
      ({ id }) => !configuration.some(server => server.id === id),
    );
    this.keep({ ...entry, lastIndex: this.lastIndex + 1, lastTerm: this.term });
    this.replicate([...configuration, ...gone]);
    return true;
  }

  private armElection() {
    this.cancelElection();
    if (this.state === 'Shutdown') return;
    const wait = between(this.on.random, ...HEARTBEAT_TIMEOUT_MS);
    this.cancelElection = this.on.clock.after(wait, () => this.onTimeout());
  }

  private onTimeout() {
    const lost = this.currentLeader;
    this.currentLeader = undefined;
    if (!this.isVoter() || this.state === 'Leader') {
      this.armElection();
      return;
    }
    if (lost && this.on.isSilent(lost.address)) {
      this.cancelElection = this.on.clock.after(SILENT_LEADER_MS, () =>
        this.onTimeout(),
      );
      return;
    }
    this.say('WARN', 'heartbeat timeout reached, starting election', {
      'last-leader-addr': lost?.address ?? '',
      'last-leader-id': lost?.id ?? '',
    });
    this.campaign(false);
  }

  private campaign(transfer: boolean) {
    if (this.state === 'Shutdown' || !this.isVoter()) return;
    const term = this.term + 1;
    const needed = quorumOf(this.configuration);
    this.state = 'Candidate';
    this.say('INFO', 'entering candidate state', {
      node: `Node at ${this.on.address} [Candidate]`,
      term,
    });
    if (!transfer) {
      const tally = this.gather(term, true, false);
      if (tally < needed) {
        this.say(
          'INFO',
          'pre-vote campaign failed, waiting for election timeout',
          { term, tally, refused: 0, votesNeeded: needed },
        );
        this.armElection();
        return;
      }
    }
    this.votedIn = term;
    this.keep({ term });
    const tally = this.gather(term, false, transfer);
    if (tally < needed) {
      this.armElection();
      return;
    }
    this.say('INFO', 'election won', { term, tally });
    this.lead();
  }

  private gather(term: number, pre: boolean, transfer: boolean): number {
    const { lastIndex, lastTerm } = this;
    const candidate = this.id;
    const request = { candidate, term, lastIndex, lastTerm, pre, transfer };
    let newest = this.term;
    const granted = this.configuration.filter(server => {
      if (!server.voter || server.id === this.id) return server.voter;
      const answer = this.on.peer(server)?.requestVote(request);
      newest = Math.max(newest, answer?.term ?? 0);
      return answer?.granted ?? false;
    }).length;
    if (newest > term) this.keep({ term: newest });
    return granted;
  }

  private lead() {
    this.cancelElection();
    this.state = 'Leader';
    this.hasHeardLeader = true;
    this.contacts.clear();
    this.quorumAt = this.on.clock.now();
    this.currentLeader = { id: this.id, address: this.on.address };
    this.say('INFO', 'entering leader state', {
      leader: `Node at ${this.on.address} [Leader]`,
    });
    this.apply({ kind: 'noop' });
    this.on.onLeadership(true);
    this.on.onNewLeader(this.currentLeader);
  }

  private stepDown(why: string) {
    this.state = 'Follower';
    this.currentLeader = undefined;
    this.heardAt = this.on.clock.now();
    this.say('INFO', 'entering follower state', {
      follower: `Node at ${this.on.address} [Follower]`,
      reason: why,
    });
    this.armElection();
    this.on.onLeadership(false);
  }

  private isVoter(): boolean {
    return this.configuration.some(({ id, voter }) => voter && id === this.id);
  }

  private say(
    level: LogLevel,
    message: string,
    fields?: Readonly<Record<string, string | number>>,
  ) {
    this.on.log.line(level, 'agent.server.raft', message, fields);
  }

  private keep(change: Partial<StoredRaft>) {
    this.kept = { ...this.kept, ...change };
    this.on.disk.save(this.kept);
  }
}

function commandOf(change: ConfigurationChange): string {
  if (change.kind === 'remove') return 'RemoveServer';
  const voter = change.kind === 'promote' || change.server.voter;
  return voter ? 'AddVoter' : 'AddNonvoter';
}
