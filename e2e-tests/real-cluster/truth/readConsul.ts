import { Kubectl } from '../cluster/Kubectl';
import { ConsulTruth, parseMembers, parsePeers } from './ConsulTruth';

/** Asks the first of some servers that answers, by Consul's own command line. */
export async function readConsul(
  kubectl: Kubectl,
  namespace: string,
  pods: string[],
): Promise<ConsulTruth> {
  const complaints: string[] = [];
  for (const pod of pods) {
    const members = await kubectl.exec(namespace, pod, [
      'consul',
      'members',
      '-detailed',
    ]);
    const peers = await kubectl.exec(namespace, pod, [
      'consul',
      'operator',
      'raft',
      'list-peers',
    ]);
    if (members.code === 0 && peers.code === 0) {
      return {
        members: parseMembers(members.stdout),
        peers: parsePeers(peers.stdout),
      };
    }
    complaints.push(`${pod}: ${members.stderr.trim() || peers.stderr.trim()}`);
  }
  throw new Error(`No Consul server answers.\n${complaints.join('\n')}`);
}
