import { between } from '../../clock/between';
import { ScopedClock } from '../../clock/ScopedClock';
import { Random } from '../../types';
import { Network } from '../Network';
import { AgentLog } from './AgentLog';
import { consulPorts } from './consulPorts';
import { GossipMessage, GossipPeer, Member } from './Member';

/** memberlist's LAN times. */
const PROBE_MS = 1_000;
const SUSPICION_MS = 4_500;
const SPREAD_MS = [80, 240] as const;
const EXCHANGE_MS = 30_000;
/** After which another address may take a dead member's name. */
const RECLAIM_MS = 30_000;

/** @public */
export type MemberEvent = 'join' | 'update' | 'leave' | 'failed';

/** @public */
export interface GossipDependencies {
  clock: ScopedClock;
  random: Random;
  network: Network;
  log: AgentLog;
  logger: string;
  onEvent(event: MemberEvent, member: Member): void;
}

/**
 * One agent's view of the members, kept by probes, rumours and exchanges of
 * whole states, as serf and memberlist do it. Views of two agents may differ.
 *
 * @public
 */
export class Gossip implements GossipPeer {
  private readonly known = new Map<string, Member>();
  private readonly suspects = new Map<string, number>();
  private readonly conflicts = new Set<string>();
  private silent = false;

  constructor(private self: Member, private readonly on: GossipDependencies) {
    this.known.set(self.name, self);
    on.clock.every(PROBE_MS, () => this.probe());
    on.clock.after(between(on.random, 0, EXCHANGE_MS), () =>
      this.gossipState(),
    );
  }

  get name(): string {
    return this.self.name;
  }

  members(): Member[] {
    return [...this.known.values()].sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  }

  member(name: string): Member | undefined {
    return this.known.get(name);
  }

  /** The member whose agent has a node id; one that is alive before others. */
  memberById(id: string): Member | undefined {
    let found: Member | undefined;
    for (const member of this.known.values()) {
      if (member.tags.id !== id) continue;
      if (member.status === 'alive') return member;
      found ??= member;
    }
    return found;
  }

  /** Exchanges states with the agent at an address; false when none answers. */
  join(address: string): boolean {
    if (address === this.self.address) return true;
    const peer = this.peerAt(address);
    if (!peer) return false;
    this.merge(peer.exchange(this.living()));
    return true;
  }

  /** The intent to leave; others show the member as leaving. */
  announceLeave(): void {
    const { name, incarnation } = this.self;
    this.handle({ kind: 'leaving', name, incarnation });
  }

  /** Good-bye: the name is free. */
  sayGoodbye(): void {
    const { name, incarnation } = this.self;
    this.handle({ kind: 'left', name, incarnation });
    this.silent = true;
  }

  /** Takes a failed member out. */
  removeFailed(name: string): void {
    this.handle({ kind: 'removed', name });
  }

  receive(message: GossipMessage): void {
    if (!this.silent) this.handle(message);
  }

  exchange(members: readonly Member[]): readonly Member[] {
    if (this.silent) return [];
    this.merge(members);
    return this.living();
  }

  private living(): Member[] {
    return this.members().filter(({ status }) => status === 'alive');
  }

  private merge(members: readonly Member[]) {
    for (const member of members) this.handle({ kind: 'alive', member });
  }

  private handle(message: GossipMessage) {
    if (this.apply(message)) this.spread(message);
  }

  /** Whether it was news. */
  private apply(message: GossipMessage): boolean {
    if (message.kind === 'alive') return this.applyAlive(message.member);
    const member = this.known.get(message.name);
    if (!member) return false;
    if (message.kind === 'removed') {
      if (member.status !== 'failed') return false;
      this.set({ ...member, status: 'left' }, 'leave');
      return true;
    }
    if (message.incarnation < member.incarnation) return false;
    const isSelf = member.name === this.self.name;
    if (message.kind === 'leaving') {
      if (member.status !== 'alive') return false;
      this.set({ ...member, status: 'leaving' });
      return true;
    }
    if (member.status === 'left' || member.status === 'failed') return false;
    const changedAt = this.on.clock.now();
    if (message.kind === 'left') {
      const gone = { ...member, changedAt, saidGoodbye: true };
      this.set({ ...gone, status: 'left' }, isSelf ? undefined : 'leave');
      return true;
    }
    if (isSelf) {
      this.refute();
      return false;
    }
    const gone = { ...member, changedAt };
    if (member.status === 'leaving') {
      this.set({ ...gone, status: 'left' }, 'leave');
    } else {
      this.set({ ...gone, status: 'failed' }, 'failed');
    }
    return true;
  }

  /** It is said to be dead, and is not. */
  private refute() {
    const member = { ...this.self, incarnation: this.self.incarnation + 1 };
    this.set(member);
    this.spread({ kind: 'alive', member });
  }

  private applyAlive(next: Member): boolean {
    const before = this.known.get(next.name);
    if (!before) {
      this.set({ ...next, changedAt: this.on.clock.now() }, 'join');
      return true;
    }
    if (before.address !== next.address) {
      if (next.incarnation <= before.incarnation) return false;
      if (!this.mayTakeName(before, next)) return false;
      this.on.log.line(
        'INFO',
        `${this.on.logger}.memberlist.lan`,
        `memberlist: Updating address for left or failed node ${next.name} from ${before.address}:${consulPorts.serfLan} to ${next.address}:${consulPorts.serfLan}`,
      );
    } else if (next.incarnation <= before.incarnation) {
      return false;
    }
    const wasGone = before.status === 'left' || before.status === 'failed';
    this.set(
      { ...next, changedAt: this.on.clock.now(), saidGoodbye: false },
      wasGone ? 'join' : 'update',
    );
    return true;
  }

  private mayTakeName(before: Member, next: Member): boolean {
    if (before.saidGoodbye && before.status === 'left') return true;
    const isGone = before.status === 'left' || before.status === 'failed';
    const since = this.on.clock.now() - before.changedAt;
    if (isGone && since > RECLAIM_MS) return true;
    const key = `${next.name} ${next.address} ${isGone}`;
    if (!this.conflicts.has(key)) {
      this.conflicts.add(key);
      this.on.log.line(
        'ERROR',
        `${this.on.logger}.memberlist.lan`,
        `memberlist: Conflicting address for ${next.name}. Mine: ${
          before.address
        }:${consulPorts.serfLan} Theirs: ${next.address}:${
          consulPorts.serfLan
        } Old state: ${isGone ? 2 : 0}`,
      );
    }
    return false;
  }

  private set(member: Member, event?: MemberEvent) {
    this.known.set(member.name, member);
    if (member.name === this.self.name) this.self = member;
    if (event) this.on.onEvent(event, member);
  }

  private spread(message: GossipMessage) {
    const from = this.self.address;
    for (const { address, name, status } of this.members()) {
      if (name === this.self.name || status === 'left') continue;
      this.on.clock.after(between(this.on.random, ...SPREAD_MS), () => {
        const peer = this.peerAt(address, from);
        if (peer?.name === name) peer.receive(message);
      });
    }
  }

  private probe() {
    if (this.silent) return;
    const now = this.on.clock.now();
    for (const { name, address, status, incarnation } of this.known.values()) {
      if (name === this.self.name) continue;
      const watched = status === 'alive' || status === 'leaving';
      if (!watched || this.peerAt(address)?.name === name) {
        this.suspects.delete(name);
        continue;
      }
      const since = this.suspects.get(name) ?? now;
      this.suspects.set(name, since);
      if (now - since < SUSPICION_MS) continue;
      this.suspects.delete(name);
      this.on.log.line(
        'INFO',
        `${this.on.logger}.memberlist.lan`,
        `memberlist: Suspect ${name} has failed, no acks received`,
      );
      this.handle({ kind: 'dead', name, incarnation });
    }
  }

  /** From time to time whole states are exchanged with one other member. */
  private gossipState() {
    const others = this.living().filter(({ name }) => name !== this.self.name);
    if (others.length > 0 && !this.silent) {
      const pick = Math.floor(this.on.random.next() * others.length);
      this.join(others[pick].address);
    }
    this.on.clock.after(EXCHANGE_MS, () => this.gossipState());
  }

  private peerAt(address: string, from = this.self.address) {
    const connection = this.on.network.connect(
      from,
      address,
      consulPorts.serfLan,
    );
    return connection.kind === 'open'
      ? (connection.listener as GossipPeer)
      : undefined;
  }
}
