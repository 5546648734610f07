import { AssessContext, isLive } from '../context';
import { RosterEntry } from './RosterEntry';
import { ServerView } from './ServerView';

/**
 * Whether a raft server is alive now.
 *
 * Consul itself goes on to call a killed server alive for six to nine seconds,
 * under the address of a pod that is gone. So a server of the set counts only
 * with a pod behind it: by its own answer, or by gossip at its pod's address.
 *
 * @returns `undefined` where nobody can tell.
 * @internal
 */
export function isAlive(
  context: AssessContext,
  views: readonly ServerView[],
  entry: RosterEntry,
): boolean | undefined {
  const { slot } = entry;
  const gossip = entry.gossip.status;
  if (slot?.pod) {
    if (slot.pod.phase === 'Succeeded' || slot.pod.phase === 'Failed') {
      return false;
    }
    if (views.some(view => view.slot === slot)) return true;
    if (entry.address !== slot.pod.podIP) return false;
    return gossip === 'unknown' ? undefined : gossip === 'alive';
  }
  // The name is that of an identity, but its present pod is not this server.
  if (context.slots.some(item => item.name === entry.name)) {
    return isLive(context, 'pods') ? false : undefined;
  }
  if (gossip !== 'unknown') return gossip === 'alive' || gossip === 'leaving';
  // A raft server that gossip does not know has left it long ago.
  return views.some(view => view.probe.members) ? false : undefined;
}
