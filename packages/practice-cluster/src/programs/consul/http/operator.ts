import { Exchange } from './Exchange';

/** `GET /v1/operator/raft/configuration[?stale]`. @public */
export function raftConfiguration(exchange: Exchange): void {
  exchange.withReader(({ raft, gossip }) => {
    if (!raft) return;
    const leader = raft.leader()?.id;
    exchange.json({
      Servers: raft.configuration.map(({ id, address, voter }) => {
        const found = gossip.memberById(id);
        const member = found?.status === 'alive' ? found : undefined;
        return {
          ID: id,
          Node: member?.name ?? '(unknown)',
          Address: address,
          Leader: id === leader,
          ProtocolVersion: member ? '3' : 'unknown',
          Voter: voter,
          LastIndex: id === raft.id ? raft.lastIndex : raft.indexOf(id) ?? 0,
        };
      }),
      Index: 0,
    });
  });
}

/** `GET /v1/operator/autopilot/health`: 429 with the whole body when unhealthy. @public */
export function autopilotHealth(exchange: Exchange): void {
  exchange.withLeader(leader => {
    const health = leader.health();
    if (health) exchange.json(health, health.Healthy ? 200 : 429);
    else exchange.text(500, 'No cluster leader');
  });
}
