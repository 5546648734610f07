/** @public */
export type MemberStatus = 'alive' | 'leaving' | 'left' | 'failed';

/** One agent, as another one knows it. @public */
export interface Member {
  name: string;
  address: string;
  tags: Readonly<Record<string, string>>;
  status: MemberStatus;
  /** Grows with every start of the agent. */
  incarnation: number;
  /** When memberlist last heard it come or go; milliseconds since the epoch. */
  changedAt: number;
  /** It said good-bye itself: its name is free at once. */
  saidGoodbye: boolean;
}

/** What agents tell each other. @public */
export type GossipMessage =
  | { kind: 'alive'; member: Member }
  | { kind: 'leaving'; name: string; incarnation: number }
  | { kind: 'left'; name: string; incarnation: number }
  | { kind: 'dead'; name: string; incarnation: number }
  | { kind: 'removed'; name: string };

/** What an agent does for others on port 8301. @public */
export interface GossipPeer {
  readonly name: string;
  receive(message: GossipMessage): void;
  /** Takes the other's members and answers with its own. */
  exchange(members: readonly Member[]): readonly Member[];
}
