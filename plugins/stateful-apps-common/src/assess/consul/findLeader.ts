import { RosterEntry } from './RosterEntry';
import { ServerView } from './ServerView';

/** Who leads, as far as the servers agree. @internal */
export interface LeaderFinding {
  /** The leader, if there is exactly one and it is alive. */
  entry?: RosterEntry;
  /** Servers that hold themselves for the leader. */
  claimants: ServerView[];
  /** Addresses that servers name as leader, `''` for none; more than one means that they disagree. */
  named: Map<string, number[]>;
}

function hasAddress(entry: RosterEntry, leader: string): boolean {
  if (entry.raft?.address === leader) return true;
  const host = leader.slice(0, leader.lastIndexOf(':'));
  return host !== '' && entry.slot?.pod?.podIP === host;
}

/**
 * Finds the leader: the one server that says that it leads. Where no server
 * tells its raft state, the one that most others name. A leader that is not
 * alive is none.
 *
 * @internal
 */
export function findLeader(
  views: readonly ServerView[],
  roster: readonly RosterEntry[],
  alive: ReadonlyMap<RosterEntry, boolean | undefined>,
): LeaderFinding {
  const named = new Map<string, number[]>();
  for (const { slot, probe } of views) {
    if (probe.leader === undefined) continue;
    named.set(probe.leader, [...(named.get(probe.leader) ?? []), slot.ordinal]);
  }
  const claimants = views.filter(({ probe }) => probe.raft?.state === 'Leader');
  if (claimants.length > 1) return { claimants, named };
  if (claimants.length === 1) {
    const [{ slot }] = claimants;
    const entry = roster.find(item => item.slot === slot);
    return { entry, claimants, named };
  }
  let address = '';
  for (const [candidate, ordinals] of named) {
    if (!candidate) continue;
    if (ordinals.length > (named.get(address)?.length ?? 0) || !address) {
      address = candidate;
    }
  }
  const entry = address
    ? roster.find(item => hasAddress(item, address))
    : undefined;
  const deniesIt = views.some(
    view => view.slot === entry?.slot && view.probe.raft !== undefined,
  );
  return entry && alive.get(entry) && !deniesIt
    ? { entry, claimants, named }
    : { claimants, named };
}
