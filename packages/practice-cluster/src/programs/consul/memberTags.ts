import { AgentConfig } from './AgentConfig';
import { consulPorts } from './consulPorts';
import { CONSUL_VERSION } from './consulVersion';

/** The tags by which an agent is known in gossip. @public */
export function memberTags(
  config: AgentConfig,
  nodeId: string,
): Record<string, string> {
  const common = {
    build: `${CONSUL_VERSION}:`,
    dc: config.datacenter,
    id: nodeId,
    segment: '',
    vsn: '2',
    vsn_max: '3',
    vsn_min: '2',
  };
  if (!config.server) return { ...common, role: 'node' };
  return {
    ...common,
    acls: '0',
    ...(config.bootstrapExpect > 0
      ? { expect: String(config.bootstrapExpect) }
      : {}),
    ft_fs: '1',
    ft_si: '1',
    grpc_tls_port: String(consulPorts.grpcTls),
    port: String(consulPorts.server),
    raft_vsn: '3',
    role: 'consul',
    wan_join_port: String(consulPorts.serfWan),
  };
}
