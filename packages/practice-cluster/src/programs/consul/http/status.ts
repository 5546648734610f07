import { Exchange } from './Exchange';

/** `GET /v1/status/leader`: the leader as the asked server knows it. @public */
export function statusLeader(exchange: Exchange): void {
  exchange.json(exchange.agent.server()?.raft?.leader()?.address ?? '');
}

/** `GET /v1/status/peers`: the raft configuration of the asked server. @public */
export function statusPeers(exchange: Exchange): void {
  exchange.json(exchange.agent.server()?.raftPeers() ?? []);
}
