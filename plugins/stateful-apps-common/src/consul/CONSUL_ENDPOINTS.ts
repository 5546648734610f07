import { ConsulOperation } from './ConsulOperation';

/**
 * Path of each operation, with its query. Only these are ever asked. The raft
 * configuration is asked with `stale`, so that a server without a leader
 * answers from its own knowledge.
 *
 * @public
 */
export const CONSUL_ENDPOINTS: Readonly<Record<ConsulOperation, string>> = {
  'consul-status-leader': '/v1/status/leader',
  'consul-status-peers': '/v1/status/peers',
  'consul-agent-members': '/v1/agent/members',
  'consul-agent-self': '/v1/agent/self',
  'consul-raft-configuration': '/v1/operator/raft/configuration?stale',
  'consul-autopilot-health': '/v1/operator/autopilot/health',
};
