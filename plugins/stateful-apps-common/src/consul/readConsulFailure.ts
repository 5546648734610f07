import { ProbeError } from '../model';
import { readProxyFailure } from '../proxy';
import { cleanText } from '../raw';
import { CONSUL_ENDPOINTS } from './CONSUL_ENDPOINTS';
import { ConsulOperation } from './ConsulOperation';

const NO_LEADER = /no cluster leader|raft leader not found|no known leader/i;

/** Read rights that each endpoint needs where ACLs are on. */
const ACL_RULES: Readonly<Record<ConsulOperation, string>> = {
  'consul-status-leader': 'none',
  'consul-status-peers': 'none',
  'consul-agent-members': 'node:read',
  'consul-agent-self': 'agent:read',
  'consul-raft-configuration': 'operator:read',
  'consul-autopilot-health': 'operator:read',
};

/**
 * What an answer with an error status means.
 *
 * @internal
 */
export function readConsulFailure(
  operation: ConsulOperation,
  status: number,
  text: string,
): ProbeError {
  const endpoint = `GET ${CONSUL_ENDPOINTS[operation]}`;
  const proxyFailure = readProxyFailure(endpoint, status, text);
  if (proxyFailure) return proxyFailure;
  const said = cleanText(text.trim(), 160);
  if (status === 401 || status === 403) {
    return {
      kind: 'acl',
      endpoint,
      message: `Consul refuses ${endpoint}: ${said}. It needs a token with ${ACL_RULES[operation]}.`,
    };
  }
  if (NO_LEADER.test(text)) {
    return {
      kind: 'no-leader',
      endpoint,
      message: `Consul cannot answer ${endpoint} without a leader.`,
    };
  }
  return {
    kind: 'failed',
    endpoint,
    message: `Consul answered ${endpoint} with status ${status}: ${said}. Look at the log of the server.`,
  };
}
