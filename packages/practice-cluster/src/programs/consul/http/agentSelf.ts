import { CONSUL_VERSION } from '../consulVersion';
import { agentStats } from './agentStats';
import { Exchange } from './Exchange';
import { memberJson } from './memberJson';

/**
 * `GET /v1/agent/self`. `DebugConfig` has only the settings that the agent's
 * arguments can give here.
 *
 * @public
 */
export function agentSelf(exchange: Exchange): void {
  const { agent } = exchange;
  const { config, nodeId, gossip } = agent;
  const self = gossip.member(config.nodeName);
  exchange.json({
    Config: {
      Datacenter: config.datacenter,
      PrimaryDatacenter: config.datacenter,
      NodeName: config.nodeName,
      NodeID: nodeId,
      Revision: '',
      Server: config.server,
      Version: CONSUL_VERSION,
    },
    DebugConfig: {
      Bootstrap: false,
      BootstrapExpect: config.bootstrapExpect,
      ClientAddrs: [config.clientAddress],
      DataDir: config.dataDirectory,
      Datacenter: config.datacenter,
      DevMode: config.dev,
      NodeID: nodeId,
      NodeName: config.nodeName,
      RaftProtocol: 3,
      RetryJoinLAN: config.retryJoin,
      ServerMode: config.server,
      UIConfig: { Enabled: config.ui },
      Version: CONSUL_VERSION,
    },
    Member: self && memberJson(self),
    Stats: agentStats(agent),
    Meta: {
      'consul-network-segment': '',
      'consul-version': CONSUL_VERSION,
    },
  });
}
