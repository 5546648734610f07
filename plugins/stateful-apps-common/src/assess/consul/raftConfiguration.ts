import { RaftServerFacts } from '../../model';
import { ServerView } from './ServerView';

/** The raft configuration to count by, and who told it. @internal */
export interface RaftConfiguration {
  servers: readonly RaftServerFacts[];
  from: ServerView;
}

/** Leaders first; then the longer log, as in an election. */
function isBetter(a: ServerView, b: ServerView): boolean {
  const leads = (view: ServerView) => view.probe.raft?.state === 'Leader';
  if (leads(a) !== leads(b)) return leads(a);
  const numbers = (view: ServerView) => [
    leads(view) ? view.probe.raft?.term ?? 0 : 0,
    view.probe.raft?.lastLogTerm ?? 0,
    view.probe.raft?.lastLogIndex ?? 0,
    Date.parse(view.probe.at),
  ];
  const [left, right] = [numbers(a), numbers(b)];
  for (const [index, value] of left.entries()) {
    if (value !== right[index]) return value > right[index];
  }
  return false;
}

/**
 * The raft configuration as the leader has it; without one, as the server with
 * the longest log has it.
 *
 * @internal
 */
export function raftConfiguration(
  views: readonly ServerView[],
): RaftConfiguration | undefined {
  let best: ServerView | undefined;
  for (const view of views) {
    if (!view.probe.raftServers?.length) continue;
    if (!best || isBetter(view, best)) best = view;
  }
  return best?.probe.raftServers
    ? { servers: best.probe.raftServers, from: best }
    : undefined;
}
