import { Kubectl } from '../cluster/Kubectl';
import {
  ConsulTruth,
  MemberLine,
  parseMembers,
  parsePeers,
} from './ConsulTruth';

/** Asks servers by Consul's own command line: all for the members, the first that knows a leader for the raft configuration. */
export async function readConsul(
  kubectl: Kubectl,
  namespace: string,
  pods: string[],
): Promise<ConsulTruth> {
  const complaints: string[] = [];
  const ask = async (pod: string, ...command: string[]) => {
    const answer = await kubectl.exec(namespace, pod, ['consul', ...command]);
    if (answer.code === 0) return answer.stdout;
    complaints.push(`${pod}: ${answer.stderr.trim()}`);
    return undefined;
  };
  const views: MemberLine[][] = [];
  let peers: ConsulTruth['peers'] | undefined;
  for (const pod of pods) {
    const members = await ask(pod, 'members', '-detailed');
    if (members !== undefined) views.push(parseMembers(members));
    if (peers) continue;
    const list = await ask(pod, 'operator', 'raft', 'list-peers');
    if (list !== undefined) peers = parsePeers(list);
  }
  if (!views.length || !peers) {
    throw new Error(`Consul has no leader.\n${complaints.join('\n')}`);
  }
  return { members: merge(views), peers };
}

/** One line for each member, with what every server says of it. */
function merge(views: MemberLine[][]): MemberLine[] {
  const merged = new Map<string, MemberLine>();
  for (const line of views.flat()) {
    const known = merged.get(line.name);
    if (known) known.statuses.push(...line.statuses);
    else merged.set(line.name, line);
  }
  return [...merged.values()];
}
