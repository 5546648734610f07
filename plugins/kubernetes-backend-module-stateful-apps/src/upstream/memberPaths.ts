import { MemberOperation } from '@stateful-apps/backstage-plugin-node';

/** What each operation asks a member. */
export const memberPaths: Readonly<
  Record<
    MemberOperation,
    { segments: readonly string[]; query?: Readonly<Record<string, string>> }
  >
> = {
  'consul-status-leader': { segments: ['v1', 'status', 'leader'] },
  'consul-status-peers': { segments: ['v1', 'status', 'peers'] },
  'consul-agent-members': { segments: ['v1', 'agent', 'members'] },
  'consul-agent-self': { segments: ['v1', 'agent', 'self'] },
  // `stale` makes the server answer from its own state, with or without a leader.
  'consul-raft-configuration': {
    segments: ['v1', 'operator', 'raft', 'configuration'],
    query: { stale: '' },
  },
  'consul-autopilot-health': {
    segments: ['v1', 'operator', 'autopilot', 'health'],
  },
  'web-page': { segments: [''] },
};
