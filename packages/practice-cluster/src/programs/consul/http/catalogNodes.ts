import { CONSUL_VERSION } from '../consulVersion';
import { Exchange } from './Exchange';

/** `GET /v1/catalog/nodes`. @public */
export function catalogNodes(exchange: Exchange): void {
  exchange.withReader(server => {
    const { raft } = server;
    if (!raft) return;
    const nodes = [...raft.data.nodes].sort(([one], [other]) =>
      one < other ? -1 : 1,
    );
    const index = Math.max(0, ...nodes.map(([, node]) => node.modifyIndex));
    exchange.json(
      nodes.map(([name, { id, address, createIndex, modifyIndex }]) => ({
        ID: id,
        Node: name,
        Address: address,
        Datacenter: exchange.agent.config.datacenter,
        TaggedAddresses: {
          lan: address,
          lan_ipv4: address,
          wan: address,
          wan_ipv4: address,
        },
        Meta: {
          'consul-network-segment': '',
          'consul-version': CONSUL_VERSION,
        },
        CreateIndex: createIndex,
        ModifyIndex: modifyIndex,
      })),
      200,
      exchange.readHeaders(server, index),
    );
  });
}
