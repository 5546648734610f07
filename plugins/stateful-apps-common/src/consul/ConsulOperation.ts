/**
 * What a Consul server is asked, by name.
 *
 * @public
 */
export type ConsulOperation =
  | 'consul-status-leader'
  | 'consul-status-peers'
  | 'consul-agent-members'
  | 'consul-agent-self'
  | 'consul-raft-configuration'
  | 'consul-autopilot-health';
