import { ConsulMemberFacts, MemberView } from '../../model';

type Gossip = MemberView['gossip'];

/** On a draw the worse one counts. */
const WORST_FIRST: Gossip[] = ['failed', 'left', 'leaving', 'unknown', 'alive'];

/** Gossip status as most servers see it, and who sees it differently. @internal */
export interface AgreedGossip {
  status: Gossip;
  seenAliveBy: number[];
  /** One sentence where the servers disagree. */
  disagreement?: string;
}

function group(
  statuses: ReadonlyArray<[number, ConsulMemberFacts['status']]>,
): Map<Gossip, number[]> {
  const groups = new Map<Gossip, number[]>();
  for (const [ordinal, status] of statuses) {
    const key = status === 'none' ? 'unknown' : status;
    const ordinals = groups.get(key);
    if (ordinals) ordinals.push(ordinal);
    else groups.set(key, [ordinal]);
  }
  return groups;
}

function majority(groups: ReadonlyMap<Gossip, number[]>): Gossip {
  let status: Gossip = 'unknown';
  let most = 0;
  for (const candidate of WORST_FIRST) {
    const count = groups.get(candidate)?.length ?? 0;
    if (count > most) {
      status = candidate;
      most = count;
    }
  }
  return status;
}

/**
 * The gossip status of a node by the majority of the servers. Servers that
 * have a leader go before those that have none: one that is cut off sees all
 * others failed. A node's own word counts only where no other knows it.
 *
 * @param statuses - status by the ordinal of the server that says so.
 * @param self - ordinal of the node itself, if it is a server of the set.
 * @param led - ordinals of the servers that have a leader.
 * @internal
 */
export function agreedGossip(
  statuses: ReadonlyMap<number, ConsulMemberFacts['status']>,
  self: number | undefined,
  led: ReadonlySet<number>,
): AgreedGossip {
  const all = [...statuses];
  const seenAliveBy: number[] = [];
  for (const [ordinal, status] of all) {
    if (status === 'alive') seenAliveBy.push(ordinal);
  }
  seenAliveBy.sort((a, b) => a - b);
  let counted = all.filter(([ordinal]) => ordinal !== self);
  if (counted.length === 0) counted = all;
  const groups = group(counted);
  if (groups.size < 2) return { status: majority(groups), seenAliveBy };

  const trusted = counted.filter(([ordinal]) => led.has(ordinal));
  const views = [...groups].map(
    ([status, ordinals]) => `${status} for ${ordinals.join(', ')}`,
  );
  return {
    status: majority(trusted.length > 0 ? group(trusted) : groups),
    seenAliveBy,
    disagreement: `The servers disagree: ${views.join('; ')}.`,
  };
}
